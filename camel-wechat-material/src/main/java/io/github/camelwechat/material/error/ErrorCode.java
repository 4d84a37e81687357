package io.github.camelwechat.material.error;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Meaning of one of WeChat's codes for its caller, with advice. Sources: the global return codes and the tables of the
 * interface pages; for codes missing there, real answers.
 */
record ErrorCode(int code, boolean retryable, String advice) {

    private static final int BUSY = -1;
    private static final String OWN_ADDRESS = "this machine's outgoing address";
    private static final String LIMITS = "Check the size of the file: the limit is that of its type, or of uploadImage.";
    private static final String PARAMETERS = "Check the headers and options that the operation reads.";
    private static final String ADMINISTRATOR
            = "The account's administrator has to confirm calls from this address; the IP white list avoids that.";
    private static final String PUNISHED = "Look at the account's state on mp.weixin.qq.com.";
    private static final String METHOD = "A proxy changed the method of the request.";
    private static final String OURS = "The request was malformed; this is a fault of the component.";
    private static final String QUOTA
            = "The daily quota of this interface is used up: wait until midnight in Beijing, or clear the quota.";
    private static final String SWITCHED_OFF
            = "WeChat has switched this off. Check apiUrl, and type where the operation reads one.";
    private static final String WHITE_LIST = "Add " + OWN_ADDRESS + " to the IP white list in WeChat's console.";
    private static final String PLATFORM_WHITE_LIST
            = "Add " + OWN_ADDRESS + " to the platform's IP white list on open.weixin.qq.com.";
    private static final String PLATFORM = "Check the platform's appId, and its type on open.weixin.qq.com.";
    private static final String NO_TICKET = "WeChat pushes a new ticket every ten minutes, once startPushTicket was called;"
                                            + " check that a route receives the pushes.";
    private static final String CODE = "A code serves once and for an hour at most: let the account's administrator authorize"
                                       + " the platform anew.";
    private static final String PERMISSION_SET
            = "The account has not granted the platform the permission set 11 (material): its administrator can grant it anew.";
    private static final String CONFIRMATION = "Look at the platform's permission sets on open.weixin.qq.com.";
    private static final String SIDE_PROCESS
            = "With credentials=cloud: the open interface service is off, or no version was deployed since it was switched on,"
              + " or this is no container of WeChat's cloud hosting.";
    private static final String CLOUD_TOKEN
            = "With credentials=cloudToken: the container has no other token; look whether its file is still renewed.";
    private static final String IN_USE = "The material is used by an auto-reply or the menu: take it out there first.";
    private static final String LIBRARY_FULL = "Delete material that is no longer needed.";

    private static final Map<Integer, ErrorCode> TABLE = Stream.of(
            later(BUSY, "WeChat was busy: repeat the call a little later."),
            never(40001, "The access token is stale or the secret wrong. A program that gets this account's tokens from the"
                         + " interface token ends those in use: let it use stable_token too. " + CLOUD_TOKEN),
            never(40002, OURS),
            never(40004, "Set type: addMaterial takes image, voice, video and thumb, batchGetMaterial image, voice, video and"
                         + " news."),
            never(40005, "The format is not taken, or the file name has no extension or one of another format."),
            never(40006, LIMITS),
            never(40007, "The media_id is unknown, deleted, temporary or of another account."),
            never(40009, "Shrink the picture, in bytes or pixels: 10 MB at most as image, 64 KB as thumb, below 1 MB for"
                         + " uploadImage."),
            never(40010, "Shorten the voice: 2 MB at most."),
            never(40011, "Shrink the video: 10 MB at most."),
            never(40012, "Shrink the thumb to 64 KB."),
            never(40013, "Check appId, of the account or of its platform, in WeChat's console (case matters)."),
            never(40014, "The access token is malformed or of another account. If it is a fixed accessToken, check it, or use"
                         + " appId and secret. " + CLOUD_TOKEN),
            never(40033, OURS),
            never(40035, "A parameter was refused. " + PARAMETERS),
            never(40066, "The address of the interface is wrong. Check apiUrl."),
            never(40097, "A parameter is out of range. " + PARAMETERS),
            never(40113, "Give the file a name whose extension is taken: a video's ends in .mp4."),
            never(40125, "Check appId and secret, of the account or of its platform, in WeChat's console (case matters)."),
            never(40137, "The picture's data cannot be read as what its name says. Open it and save it as JPEG."),
            never(40164, WHITE_LIST),
            never(40243, "The AppSecret is frozen: unfreeze it in WeChat's console."),
            never(41001, "The request carried no access token. " + SIDE_PROCESS
                         + " With other credentials this is a fault of the component or of a proxy."),
            never(41002, "Set appId."),
            never(41004, "Set secret."),
            never(41005, "WeChat found no file in the request, or a video had no description."),
            never(41006, "Set the header CamelWechatMaterialMediaId."),
            never(41018, OURS),
            later(41020, NO_TICKET),
            never(41021, OURS),
            never(42001, "The access token has expired. A fixed accessToken has to be replaced; any other is renewed. "
                         + CLOUD_TOKEN),
            never(42006, "The platform's own token has expired; the platform gets another one with its ticket."),
            never(42007, "The authorization is void since the account's password was changed: authorize anew."),
            never(43001, METHOD),
            never(43002, METHOD),
            never(43003, "Use an https apiUrl."),
            never(44001, "The file was empty when it was read."),
            never(44002, "The request arrived without its body; a proxy may have dropped it."),
            never(44003, "There was no article in the request."),
            never(44004, "The content of the article was empty."),
            never(45001, LIMITS),
            never(45002, "Shorten the content of the article: less than 20,000 characters, tags included."),
            never(45003, "Shorten the title."),
            never(45004, "Shorten the introduction, or the digest of the article."),
            never(45005, "Shorten content_source_url."),
            never(45007, "Shorten the voice to 60 seconds."),
            never(45008, "Split the articles: a draft has 8 at most."),
            never(45009, QUOTA),
            later(45011, "Wait a minute. If uploads meet this again and again, lower maxConcurrentRequests."),
            never(45034, LIBRARY_FULL),
            never(45068, LIMITS),
            never(45074, LIBRARY_FULL),
            never(45035, WHITE_LIST),
            never(45060, IN_USE),
            never(45101, QUOTA),
            later(45102, "WeChat has blocked this interface for a while."),
            never(45103, SWITCHED_OFF),
            never(45106, SWITCHED_OFF),
            never(45110, "Shorten the author of the article: 16 characters at most."),
            never(45166,
                    "WeChat refuses the content of the article: a mini-program card whose image is none of the library, or"
                         + " the text of newspic is too long."),
            never(46001, "The material has no data any more. Upload it again."),
            never(47001, OURS),
            never(47002, OURS),
            never(48001, "The account has no right to this interface; unverified accounts lack most of them."),
            never(48004, PUNISHED),
            never(48005, IN_USE),
            never(48009, SWITCHED_OFF),
            never(48017, "The request went to an address that WeChat has withdrawn: have the name in apiUrl resolved anew."),
            never(50001, "The account has not granted this. Look at its permissions on mp.weixin.qq.com."),
            never(50002, PUNISHED),
            never(50004, PUNISHED),
            never(50007, PUNISHED),
            never(53402, "WeChat cannot cut the cover: use an image of ordinary size and shape, and check pic_crop_235_1,"
                         + " pic_crop_1_1 and cover_info."),
            never(61000, PLATFORM),
            never(61001, PLATFORM),
            never(61003, "The account has withdrawn its authorization, or never gave it: ask its administrator."),
            never(61004, PLATFORM_WHITE_LIST),
            later(61005, NO_TICKET),
            later(61006, NO_TICKET),
            never(61007, PERMISSION_SET),
            later(61008, "WeChat has seen the same request before: repeat it a little later."),
            never(61009, CODE),
            never(61010, CODE),
            never(61011, PLATFORM),
            never(61012, OURS),
            never(61013, OURS),
            never(61014, "The token of an account was sent where that of the platform has to be. Use the endpoint"
                         + " wechat-material-platform."),
            never(61015, "The access token is a platform's own. Use the account's authorizer_access_token, or the option"
                         + " platform."),
            never(61016, "The platform has to confirm this permission set on open.weixin.qq.com."),
            never(61017, PERMISSION_SET),
            never(61018, CONFIRMATION),
            never(61019, CONFIRMATION),
            never(61020, CONFIRMATION),
            never(61021, CONFIRMATION),
            never(61022, CONFIRMATION),
            never(61023, "The refresh token is not valid any more, and WeChat has no other: let the account's administrator"
                         + " authorize the platform anew."),
            never(61024, "The AppID belongs to a third-party platform. Configure it among the component's platforms."),
            never(85105, "The owner of the cloud environment, or the account in fromAppId, has no right to this interface, or"
                         + " has not allowed it to be called from there."),
            never(85107, "Add the path of the interface to the service's list in the console of WeChat's cloud hosting: those"
                         + " below /cgi-bin/material/, and /cgi-bin/media/uploadimg."),
            never(85112, "This is a fault of WeChat's cloud hosting: report it there."),
            later(85113, "WeChat's cloud hosting is not ready in the first minutes of a first version: repeat the call a little"
                         + " later."),
            later(89501, ADMINISTRATOR),
            later(89502, ADMINISTRATOR),
            later(89503, ADMINISTRATOR),
            later(89504, ADMINISTRATOR),
            later(89505, ADMINISTRATOR),
            never(89506, "The administrator refused calls from this address: it is blocked for 24 hours."),
            never(89507, "The administrator refused calls from this address: it is blocked for one hour."))
            .collect(Collectors.toUnmodifiableMap(ErrorCode::code, Function.identity()));

    /** All that are known, by their code. */
    static List<ErrorCode> known() {
        return TABLE.values().stream().sorted(Comparator.comparingInt(ErrorCode::code)).toList();
    }

    static ErrorCode of(int code) {
        return TABLE.getOrDefault(code, never(code, "See WeChat's table of return codes."));
    }

    /**
     * Returns whether repeating the same call a little later is safe, and can succeed without anybody changing
     * anything.
     *
     * @param busyLeavesOpen whether a call that is answered with -1 (busy) may have been carried out all the same
     */
    boolean retryable(boolean busyLeavesOpen) {
        return retryable && !leavesOpen(busyLeavesOpen);
    }

    /** Returns whether the call may have been carried out all the same. */
    boolean leavesOpen(boolean busyLeavesOpen) {
        return code == BUSY && busyLeavesOpen;
    }

    /** The advice, with the address that WeChat saw where the text of the answer tells it. */
    String advice(String operation, boolean busyLeavesOpen, @Nullable String errmsg) {
        if (leavesOpen(busyLeavesOpen)) {
            return "WeChat was busy. Before repeating " + operation + " look whether what it sent has arrived.";
        }
        if (errmsg == null || (!WHITE_LIST.equals(advice) && !PLATFORM_WHITE_LIST.equals(advice))) {
            return advice;
        }
        return ReportedAddress.in(errmsg).map(address -> advice.replace(OWN_ADDRESS, address)).orElse(advice);
    }

    private static ErrorCode never(int code, String advice) {
        return new ErrorCode(code, false, advice);
    }

    private static ErrorCode later(int code, String advice) {
        return new ErrorCode(code, true, advice);
    }
}
