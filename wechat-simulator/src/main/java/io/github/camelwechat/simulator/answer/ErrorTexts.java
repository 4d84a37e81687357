package io.github.camelwechat.simulator.answer;

import java.util.Map;

/** The texts of the error codes, with Tencent's spelling. */
public final class ErrorTexts {

    private static final String SYSTEM_ERROR = "system error";
    private static final Map<Integer, String> TEXTS = Map.ofEntries(
            Map.entry(-1, SYSTEM_ERROR),
            Map.entry(40001, "invalid credential, access_token is invalid or not latest, could get access_token by "
                             + "getStableAccessToken, more details at https://mmbizurl.cn/s/JtxxFh33r"),
            Map.entry(40002, "invalid grant_type"),
            Map.entry(40003, "invalid openid"),
            Map.entry(40004, "invalid media type"),
            Map.entry(40005, "invalid file type"),
            Map.entry(40006, "invalid meida size"),
            Map.entry(40007, "invalid media_id"),
            Map.entry(40008, "invalid message type"),
            Map.entry(40009, "invalid image size"),
            Map.entry(40010, "invalid voice size"),
            Map.entry(40011, "invalid video size"),
            Map.entry(40012, "invalid thumb size"),
            Map.entry(40013, "invalid appid"),
            Map.entry(40014, "invalid access_token"),
            Map.entry(40033, "invalid charset. please check your request, if include \\uxxxx will create fail!"),
            Map.entry(40035, "invalid args size"),
            Map.entry(40066, "invalid url"),
            Map.entry(40097, "invalid args"),
            Map.entry(40113, "unsupported file type"),
            Map.entry(40125, "invalid appsecret"),
            Map.entry(40128, "invalid media id! must be uploaded by api(cgi-bin/material/add_material)"),
            Map.entry(40137, "invalid image format"),
            Map.entry(40164, notInWhitelist("127.0.0.1")),
            Map.entry(40201, "callback url is not set"),
            Map.entry(40202, "invalid action"),
            Map.entry(40203, "invalid check_operator"),
            Map.entry(40243, "AppSecret已被冻结，请登录MP解冻后再次调用"),
            Map.entry(41001, "access_token missing"),
            Map.entry(41002, "appid missing"),
            Map.entry(41004, "appsecret missing"),
            Map.entry(41005, "media data missing"),
            Map.entry(41006, "media_id missing"),
            Map.entry(42001, "access_token expired"),
            Map.entry(42002, "refresh_token expired"),
            Map.entry(42006, "component_access_token expired"),
            Map.entry(42007, "access_token and refresh_token exception"),
            Map.entry(43001, "require GET method"),
            Map.entry(43002, "require POST method"),
            Map.entry(43003, "require https"),
            Map.entry(43004, "require subscribe"),
            Map.entry(44001, "empty media data"),
            Map.entry(44002, "empty post data"),
            Map.entry(44003, "empty news data"),
            Map.entry(44004, "empty content"),
            Map.entry(45001, "media size out of limit"),
            Map.entry(45002, "content size out of limit"),
            Map.entry(45003, "title size out of limit"),
            Map.entry(45004, "description size out of limit"),
            Map.entry(45005, "url size out of limit"),
            Map.entry(45006, "picurl size out of limit"),
            Map.entry(45007, "playtime out of limit"),
            Map.entry(45008, "article size out of limit"),
            Map.entry(45009, "reach max api daily quota limit"),
            Map.entry(45011, "api minute-quota reach limit, must slower, retry next minute"),
            Map.entry(45028, "has no masssend quota"),
            Map.entry(45034, "media file count is out of limit"),
            Map.entry(45035, "access clientip is not registered, not in ip-white-list"),
            Map.entry(45047, "out of response count limit"),
            Map.entry(45060, "media is applied in ivr or menu, can not be deleted"),
            Map.entry(45068, "file size out of limit"),
            Map.entry(45074, "material list size out of limit, you should delete the useless material"),
            Map.entry(45101, "hit upload limit"),
            Map.entry(45102, "this api have been blocked temporarily."),
            Map.entry(45103, "This API has been unsupported"),
            Map.entry(45106, "This API has been unsupported"),
            Map.entry(45166, "invalid content"),
            Map.entry(46001, "media data no exist"),
            Map.entry(47001, "data format error"),
            Map.entry(47002,
                    "data format error, do NOT use json unicode encode (\\uxxxx\\uxxxx), please use utf8 encoded text!"),
            Map.entry(48001, "api unauthorized"),
            Map.entry(48004, "api forbidden for irregularities, view detail on mp.weixin.qq.com"),
            Map.entry(48005, "forbid to delete material used by auto-reply or menu"),
            Map.entry(48006, "forbid to clear quota because of reaching the limit"),
            Map.entry(48009, "this api is expired"),
            Map.entry(48010, "forbid to modify the material, please see more information on mp.weixin.qq.com"),
            Map.entry(50001, "user unauthorized"),
            Map.entry(50002, "user limited"),
            Map.entry(50004, "user not allow to use accesstoken, maybe for punishment"),
            Map.entry(50005, "user is unsubscribed"),
            Map.entry(50007, "账号已冻结"),
            Map.entry(61024, "must use api(api_component_token) to get token for component acct"),
            Map.entry(61450, "system error"),
            Map.entry(61451, "invalid parameter"),
            Map.entry(76001, "rid not found"),
            Map.entry(76002, "rid is error"),
            Map.entry(76003, "could not query this rid,no permission"),
            Map.entry(76004, "rid time is error"),
            Map.entry(76021, "cgi_path not found, please check"),
            Map.entry(87009, "invalid signature"),
            Map.entry(88000, "without comment privilege"),
            Map.entry(88001, "msg_data is not exists"),
            Map.entry(89501, "公众号有未处理的确认请求，请稍候重试"),
            Map.entry(89502, "请耐心等待管理员确认"),
            Map.entry(89503, "此次调用需要管理员确认，请耐心等候"),
            Map.entry(89504, "请耐心等待管理员确认"),
            Map.entry(89505, "请耐心等待管理员确认"),
            Map.entry(89506, "该IP调用求请求已被公众号管理员拒绝，请24小时后再试，建议调用前与管理员沟通确认"),
            Map.entry(89507, "该IP调用求请求已被公众号管理员拒绝，请1小时后再试，建议调用前与管理员沟通确认"));

    private ErrorTexts() {
    }

    /**
     * {@return its text; that of -1 for codes that are not in the table}
     *
     * @param errcode any code
     */
    public static String of(int errcode) {
        return TEXTS.getOrDefault(errcode, SYSTEM_ERROR);
    }

    /** {@return the text of 40164} */
    public static String notInWhitelist(String address) {
        return "invalid ip " + address + " ipv6 ::ffff:" + address + ", not in whitelist";
    }
}
