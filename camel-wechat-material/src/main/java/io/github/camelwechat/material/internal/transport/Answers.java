package io.github.camelwechat.material.internal.transport;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.github.camelwechat.material.error.UnexpectedAnswerException;
import io.github.camelwechat.material.error.UnknownOutcomeException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.internal.transport.AnswerParser.Field;
import org.jspecify.annotations.Nullable;

/**
 * Tells WeChat's good answers from its errors, and both from what is not WeChat's at all.
 *
 * @param request what they answer
 * @param secrets must not show up in a text even if the answer repeats them
 * @param hosting part of WeChat's cloud hosting in them
 */
record Answers(ApiRequest request, Secrets secrets, CloudHosting hosting) {

    private static final int TEXT_LIMIT = 300;
    private static final Pattern TAIL = Pattern.compile(
            "(?:,? ?hint: \\[[^\\]]*\\])?(?:,? ?rid: ([0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}))?$");

    /** {@return the interface, for messages} */
    String operation() {
        return request.operation();
    }

    /**
     * Requires a status of 200.
     *
     * @param  length                    of the body in bytes
     * @throws UnexpectedAnswerException when it is another one
     * @throws WechatApiException        when it is another one, and the body has a code of cloud hosting
     */
    void requireOk(AnswerReader.Head head, InputStream body, long length) {
        int status = head.status();
        if (status == 200) {
            return;
        }
        if (hosting != CloudHosting.NONE) {
            throw new CloudHostingErrors(this).of(head, body, length);
        }
        throw new UnexpectedAnswerException(
                operation() + ": HTTP status " + status + " instead of an answer of WeChat's interface"
                                            + (status == 412 ? "; a proxy may have removed the Content-Length" : ""),
                status);
    }

    /** @throws UnexpectedAnswerException when a file should come from the side process, and does not */
    void requireRelayed(AnswerReader.Head head) {
        if (hosting == CloudHosting.SIDE_PROCESS && !head.relayed()) {
            throw new UnexpectedAnswerException(operation() + ": " + CloudHostingErrors.unmarked(null) + ".", head.status());
        }
    }

    /** @throws UnexpectedAnswerException when an answer should come from the side process, and does not */
    void requireRelayed(AnswerReader.Head head, JsonAnswer answer) {
        if (hosting == CloudHosting.SIDE_PROCESS && !head.relayed()) {
            throw answer.unexpected(CloudHostingErrors.unmarked(answer));
        }
    }

    /**
     * Reads the answer.
     *
     * @param  head                      before it
     * @param  length                    of the body in bytes
     * @throws WechatApiException        when the answer carries an errcode other than 0
     * @throws UnexpectedAnswerException when it is not a JSON object, or not one of WeChat's
     * @throws UnknownOutcomeException   when it is cut off, or empty
     * @throws IOException               when the body cannot be read
     */
    JsonAnswer json(AnswerReader.Head head, InputStream body, long length) throws IOException {
        if (length == 0) {
            throw request.unknownOutcome("the answer is empty", null);
        }
        AnswerParser parser = new AnswerParser(request.answer());
        String problem;
        try {
            problem = parser.parse(body);
        } catch (JacksonException | CharConversionException e) {
            // without the cause, which quotes the answer
            if (Failures.isCausedBy(e, JsonEOFException.class)) {
                // without a Content-Length the end of the connection is all that tells of the end of the answer
                throw request.unknownOutcome("the answer ends amid its JSON after " + length + " bytes", null);
            }
            problem = problem(e, length);
        }
        JsonAnswer answer = new JsonAnswer(request.called(), secrets, parser);
        if (problem != null) {
            requireRelayed(head, answer);
            throw answer.unexpected(problem);
        }
        if (hosting != CloudHosting.NONE) {
            new CloudHostingErrors(this).requireOfWechat(head, answer, parser.fields());
        }
        int errcode = errcode(answer, parser);
        if (errcode != 0) {
            throw refused(errcode, answer);
        }
        return answer;
    }

    private static String problem(IOException e, long length) {
        if (Failures.isCausedBy(e, StreamConstraintsException.class)) {
            return "the answer (" + length + " bytes) has more or longer parts, or is nested deeper, than WeChat's can be";
        }
        return e instanceof CharConversionException || Failures.isCausedBy(e, JsonParseException.class)
                ? "the answer (" + length + " bytes) is not a JSON object"
                : "the answer has not the fields that WeChat documents";
    }

    /** 0 for none. */
    private static int errcode(JsonAnswer answer, AnswerParser parser) {
        if (!parser.fields().containsKey("errcode")) {
            return 0;
        }
        Field field = answer.field("errcode");
        OptionalLong errcode = field == null ? OptionalLong.empty() : field.integer();
        if (errcode.isEmpty() || errcode.getAsLong() != (int) errcode.getAsLong()) {
            throw answer.unexpected("the answer has an errcode that is no integer of 32 bits");
        }
        return (int) errcode.getAsLong();
    }

    private WechatApiException refused(int errcode, JsonAnswer answer) {
        return refused(errcode, answer.printable("errmsg"));
    }

    /** @param errmsg on one line, without secrets */
    WechatApiException refused(int errcode, String errmsg) {
        String text = errmsg;
        Matcher tail = TAIL.matcher(text);
        @Nullable
        String rid = null;
        if (tail.find()) {
            rid = tail.group(1);
            text = text.substring(0, tail.start());
        }
        return new WechatApiException(
                operation(), errcode, Secrets.cut(text, TEXT_LIMIT).strip(), rid, request.called().busyLeavesOpen(), null);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Answers[operation=" + operation() + "]";
    }
}
