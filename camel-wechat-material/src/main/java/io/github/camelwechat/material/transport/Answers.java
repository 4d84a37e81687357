package io.github.camelwechat.material.transport;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.material.error.UnexpectedAnswerException;
import io.github.camelwechat.material.error.UnknownOutcomeException;
import io.github.camelwechat.material.error.WechatApiException;
import org.jspecify.annotations.Nullable;

/**
 * Tells WeChat's good answers from its errors, and both from what is not WeChat's at all.
 *
 * @param request     what they answer
 * @param accessToken must not show up in a message even if the answer repeats it; may be null
 * @param secret      as well
 */
record Answers(ApiRequest request, @Nullable String accessToken, String secret) {

    /**
     * Controls, halves of characters, line ends and changes of direction: a text that shows it must not be read
     * otherwise.
     */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]");
    private static final int TEXT_LIMIT = 300;
    /** What a search may look through; WeChat's texts have a few hundred characters. */
    private static final int LOOKED_AT = 2000;
    private static final Pattern TAIL = Pattern.compile(
            "(?:,? ?hint: \\[[^\\]]*\\])?(?:,? ?rid: ([0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}))?$");

    /** {@return the interface, for messages} */
    String operation() {
        return request.operation();
    }

    /** @throws UnexpectedAnswerException when the status is not 200 */
    void requireOk(int status) {
        if (status != 200) {
            throw new UnexpectedAnswerException(
                    operation() + ": HTTP status " + status + " instead of an answer of WeChat's interface"
                                                + (status == 412 ? "; a proxy may have removed the Content-Length" : ""),
                    status);
        }
    }

    /**
     * @throws WechatApiException        when the answer carries an errcode other than 0
     * @throws UnexpectedAnswerException when it is not a JSON object
     * @throws UnknownOutcomeException   when it is cut off, or empty
     */
    JsonNode json(byte[] answer) {
        if (answer.length == 0) {
            throw request.unknownOutcome("the answer is empty", null);
        }
        JsonNode json;
        try {
            json = Json.read(answer);
        } catch (JsonEOFException e) {
            // without a Content-Length the end of the connection is all that tells of the end of the answer
            throw request.unknownOutcome("the answer ends amid its JSON after " + answer.length + " bytes", null);
        } catch (IOException e) {
            // without the cause, which quotes the answer
            throw notJson(answer.length);
        }
        if (!json.isObject()) {
            throw notJson(answer.length);
        }
        int errcode = errcode(json);
        if (errcode != 0) {
            throw refused(errcode, json.path("errmsg").asText());
        }
        return json;
    }

    /** 0 for none. */
    private int errcode(JsonNode json) {
        if (!json.hasNonNull("errcode")) {
            return 0;
        }
        // a proxy has been seen to turn the code into 45103.0; what is no number at all gives whatever one asks for
        int errcode = json.get("errcode").asInt(0);
        if (errcode != json.get("errcode").asInt(1)) {
            throw new UnexpectedAnswerException(operation() + ": the answer has an errcode that is no number", 200);
        }
        return errcode;
    }

    private UnexpectedAnswerException notJson(int length) {
        return new UnexpectedAnswerException(operation() + ": the answer (" + length + " bytes) is not a JSON object", 200);
    }

    private WechatApiException refused(int errcode, String errmsg) {
        String text = UNPRINTABLE.matcher(errmsg).replaceAll(" ");
        text = hidden(hidden(text, accessToken), secret);
        text = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
        Matcher tail = TAIL.matcher(text);
        @Nullable
        String rid = null;
        if (tail.find()) {
            rid = tail.group(1);
            text = text.substring(0, tail.start());
        }
        text = text.length() > TEXT_LIMIT ? text.substring(0, TEXT_LIMIT) + "…" : text;
        return new WechatApiException(operation(), errcode, text.strip(), rid);
    }

    private static String hidden(String text, @Nullable String what) {
        return what == null ? text : text.replace(what, "xxxxxx");
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Answers[operation=" + operation() + "]";
    }
}
