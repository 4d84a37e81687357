package io.github.camelwechat.material.transport;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.material.error.UnexpectedAnswerException;
import io.github.camelwechat.material.error.UnknownOutcomeException;
import io.github.camelwechat.material.error.WechatApiException;

/** Tells WeChat's good answers from its errors, and both from what is not WeChat's at all. */
final class Answers {

    private static final int TEXT_LIMIT = 300;
    /** What a search may look through; WeChat's texts have a few hundred characters. */
    private static final int LOOKED_AT = 2000;
    private static final Pattern TAIL = Pattern.compile(
            "(?:,? ?hint: \\[[^\\]]*\\])?(?:,? ?rid: ([0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}))?$");

    private Answers() {
    }

    /**
     * @param  operation                 for messages
     * @param  secrets                   what must not show up in a message even if the answer repeats it
     * @throws WechatApiException        when the answer carries an errcode other than 0
     * @throws UnexpectedAnswerException when it is not a JSON object, or the HTTP status is not 200
     * @throws UnknownOutcomeException   when it is cut off, or empty
     */
    static JsonNode read(String operation, HttpAnswer answer, List<String> secrets) {
        if (answer.status() != 200) {
            throw new UnexpectedAnswerException(
                    operation + ": HTTP status " + answer.status() + " instead of an answer of WeChat's interface"
                                                + (answer.status() == 412
                                                        ? "; a proxy may have removed the Content-Length" : ""),
                    answer.status());
        }
        if (answer.body().length == 0) {
            throw new UnknownOutcomeException(operation + ": the request was sent, but the answer is empty");
        }
        JsonNode json;
        try {
            json = Json.read(answer.body());
        } catch (JsonEOFException e) {
            // without a Content-Length the end of the connection is all that tells of the end of the answer
            throw new UnknownOutcomeException(
                    operation + ": the request was sent, but the answer ends amid its JSON after " + answer.body().length
                                              + " bytes");
        } catch (IOException e) {
            // without the cause, which quotes the answer
            throw notJson(operation, answer);
        }
        if (!json.isObject()) {
            throw notJson(operation, answer);
        }
        // a proxy has been seen to turn the code into 45103.0
        int errcode = json.path("errcode").asInt();
        if (errcode != 0) {
            throw refused(operation, errcode, json.path("errmsg").asText(), secrets);
        }
        return json;
    }

    private static UnexpectedAnswerException notJson(String operation, HttpAnswer answer) {
        return new UnexpectedAnswerException(
                operation + ": the answer (" + answer.body().length + " bytes) is not a JSON object", answer.status());
    }

    private static WechatApiException refused(String operation, int errcode, String errmsg, List<String> secrets) {
        String text = errmsg.replaceAll("\\p{Cntrl}", " ");
        for (String secret : secrets) {
            text = text.replace(secret, "xxxxxx");
        }
        text = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
        Matcher tail = TAIL.matcher(text);
        String rid = null;
        if (tail.find()) {
            rid = tail.group(1);
            text = text.substring(0, tail.start());
        }
        text = text.length() > TEXT_LIMIT ? text.substring(0, TEXT_LIMIT) + "…" : text;
        return new WechatApiException(operation, errcode, text.strip(), rid);
    }
}
