package io.github.camelwechat.simulator.answer;

import java.util.Map;

/** The texts of the error codes, with Tencent's spelling. */
public final class ErrorTexts {

    private static final Map<Integer, String> TEXTS = Map.ofEntries(
            Map.entry(-1, "system error"),
            Map.entry(40001, "invalid credential, access_token is invalid or not latest, could get access_token by "
                             + "getStableAccessToken, more details at https://mmbizurl.cn/s/JtxxFh33r"),
            Map.entry(40002, "invalid grant_type"),
            Map.entry(40004, "invalid media type"),
            Map.entry(40005, "invalid file type"),
            Map.entry(40006, "invalid meida size"),
            Map.entry(40007, "invalid media_id"),
            Map.entry(40009, "invalid image size"),
            Map.entry(40010, "invalid voice size"),
            Map.entry(40011, "invalid video size"),
            Map.entry(40012, "invalid thumb size"),
            Map.entry(40013, "invalid appid"),
            Map.entry(40014, "invalid access_token"),
            Map.entry(40066, "invalid url"),
            Map.entry(40097, "invalid args"),
            Map.entry(40113, "unsupported file type"),
            Map.entry(40125, "invalid appsecret"),
            Map.entry(40137, "invalid image format"),
            Map.entry(40164, "invalid ip 127.0.0.1 ipv6 ::ffff:127.0.0.1, not in whitelist"),
            Map.entry(41001, "access_token missing"),
            Map.entry(41002, "appid missing"),
            Map.entry(41004, "appsecret missing"),
            Map.entry(41005, "media data missing"),
            Map.entry(41006, "media_id missing"),
            Map.entry(42001, "access_token expired"),
            Map.entry(43001, "require GET method"),
            Map.entry(43002, "require POST method"),
            Map.entry(44001, "empty media data"),
            Map.entry(44002, "empty post data"),
            Map.entry(45001, "media size out of limit"),
            Map.entry(45007, "playtime out of limit"),
            Map.entry(45009, "reach max api daily quota limit"),
            Map.entry(45011, "api minute-quota reach limit, must slower, retry next minute"),
            Map.entry(45034, "media file count is out of limit"),
            Map.entry(45103, "This API has been unsupported"),
            Map.entry(47001, "data format error"),
            Map.entry(48001, "api unauthorized"),
            Map.entry(48005, "forbid to delete material used by auto-reply or menu"));

    private ErrorTexts() {
    }

    /**
     * @param  errcode any code
     * @return         its text; that of -1 for codes that are not in the table
     */
    public static String of(int errcode) {
        return TEXTS.getOrDefault(errcode, TEXTS.get(-1));
    }
}
