package io.github.camelwechat.material.result;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The state of an account, of {@code checkAccount}.
 *
 * @param token      whether calls get through to the account, or why not
 * @param interfaces the interfaces for material, never null
 * @param library    the types of material; never null, empty where WeChat has told no counts
 */
public record AccountReport(Token token, List<Interface> interfaces, List<Library> library) implements WechatMaterialResult {

    public AccountReport {
        Objects.requireNonNull(token, "a report has a token");
        interfaces = interfaces == null ? List.of() : List.copyOf(interfaces);
        library = library == null ? List.of() : List.copyOf(library);
    }

    /**
     * The access token of an {@code AccountReport}. The token itself is in no report.
     *
     * @param accepted whether there is one, and WeChat takes it from this address
     * @param errcode  WeChat's code where it is refused; 0 where it is accepted
     * @param errmsg   WeChat's text for the code; null where it is accepted
     * @param address  this machine's address as WeChat sees it, to be added to the IP white list; null unless WeChat
     *                 refuses it
     * @param advice   what to do about a refusal; null where there is none
     */
    public record Token(
            boolean accepted, int errcode, @Nullable String errmsg, @Nullable String address,
            @Nullable String advice) implements WechatMaterialResult {
    }

    /**
     * An interface of an {@code AccountReport}.
     *
     * @param name   WeChat's name of it, for example addMaterial
     * @param right  allowed, 48001 (the account has no right to it) or unknown
     * @param quota  calls a day; null where WeChat does not tell
     * @param advice what to do or to know; null where there is nothing
     */
    public record Interface(String name, String right, @Nullable Quota quota, @Nullable String advice)
            implements
                WechatMaterialResult {
    }

    /**
     * Calls of an interface in an {@code AccountReport}, from midnight to midnight in Beijing.
     *
     * @param dailyLimit all calls of a day
     * @param used       calls of today, refused ones included
     * @param remaining  calls that are left today
     */
    public record Quota(long dailyLimit, long used, @JsonProperty("remain") long remaining) implements WechatMaterialResult {
    }

    /**
     * A type of material in an {@code AccountReport}.
     *
     * @param type   voice, video, image or news
     * @param count  materials in the library, with those made in WeChat's console; thumbs are images
     * @param room   materials that still fit, by WeChat's documented limits: 100,000 for image and news together, 1,000
     *               for voice, 1,000 for video
     * @param advice what to do where there is no room; null where there is
     */
    public record Library(String type, int count, int room, @Nullable String advice) implements WechatMaterialResult {
    }
}
