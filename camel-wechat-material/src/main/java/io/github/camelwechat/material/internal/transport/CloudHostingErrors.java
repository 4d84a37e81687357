package io.github.camelwechat.material.internal.transport;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelwechat.material.error.UnexpectedAnswerException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.error.WechatMaterialException;
import io.github.camelwechat.material.internal.transport.AnswerParser.Field;
import org.apache.hc.core5.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * Errors of answers to calls from WeChat's cloud hosting: of its gateway, and where its side process is missing.
 *
 * @param answers of the call
 */
record CloudHostingErrors(Answers answers) {

    /** Header of the answers that come through the side process. */
    static final String SEQID = "x-openapi-seqid";

    /** Why the side process is missing, and what helps. */
    static final String MISSING = "The open interface service is not in this version: switch it on in the console of WeChat's"
                                  + " cloud hosting, then deploy a new version.";
    private static final String UNMARKED
            = "the answer has no header " + SEQID + ", so it came past the open interface service";
    private static final String SWITCH_ON
            = ". Switch the service on in the console of WeChat's cloud hosting, then deploy a new version";

    private static final String TROUBLE = "Check that the path of the interface is on the list in the console of WeChat's cloud"
                                          + " hosting; if it is, the hosting itself is in trouble.";
    /** Of calls that have not reached WeChat's interface. After others of the gateway they may have. */
    private static final Set<Long> CODES = Set.of(85105L, 85107L, 85112L, 85113L);
    /** Where the gateway gives no number. */
    private static final Map<String, Integer> CODES_BY_TEXT
            = Map.of("cloudbase_secret not found", 85112, "cloudbase_token is not ready", 85113);
    /** Fields of which a good answer of WeChat's interfaces has none. */
    private static final List<String> GATEWAY_FIELDS = List.of(
            "error_type", "error_code", "error_message", "code", "message", "msg");
    private static final List<String> TEXT_FIELDS = List.of("errmsg", "error_message", "message", "msg");
    private static final List<String> CODE_FIELDS = List.of("errcode", "error_code", "code");
    /** Fields of a good answer by which its material is found. */
    private static final List<String> STORED_FIELDS = List.of("media_id", "url");
    private static final int MAX_BYTES = 64 * 1024;
    private static final int SHOWN_VALUE = 300;

    /**
     * Returns the error of an answer whose status is not 200.
     *
     * @param length of the body in bytes
     */
    WechatMaterialException of(AnswerReader.Head head, InputStream body, long length) {
        int status = head.status();
        AnswerParser parsed = new AnswerParser(answers.request().answer());
        if (length <= MAX_BYTES && isRead(parsed, body)) {
            JsonAnswer answer = new JsonAnswer(answers.request().called(), answers.secrets(), parsed);
            WechatApiException refused = refused(answer, parsed.fields());
            return refused != null ? refused : unexpected(head, answer);
        }
        return new UnexpectedAnswerException(
                prefix(status, length == 0 ? " with an empty body" : "") + advice(head), status);
    }

    /**
     * Requires an answer of WeChat's interface, and not one of the gateway.
     *
     * @throws WechatMaterialException when it is another one
     */
    void requireOfWechat(AnswerReader.Head head, JsonAnswer answer, Map<String, Field> fields) {
        Field errcode = fields.get("errcode");
        boolean ofGateway = errcode == null
                ? GATEWAY_FIELDS.stream().anyMatch(answer::has) && STORED_FIELDS.stream().noneMatch(answer::has)
                : errcode.kind() == Field.Kind.TEXT && errcode.integer().isEmpty();
        if (ofGateway) {
            WechatApiException refused = refused(answer, fields);
            if (refused != null) {
                throw refused;
            }
            answers.requireRelayed(head, answer);
            throw unexpected(head, answer);
        }
    }

    private @Nullable WechatApiException refused(JsonAnswer answer, Map<String, Field> fields) {
        String text = TEXT_FIELDS.stream().filter(answer::has).findFirst().map(answer::printable).orElse("");
        int code = code(fields, text);
        return code == 0 ? null : answers.refused(code, text);
    }

    private UnexpectedAnswerException unexpected(AnswerReader.Head head, JsonAnswer answer) {
        Stream<String> values = Stream.concat(Stream.of("errcode", "errmsg"), GATEWAY_FIELDS.stream()).filter(answer::has)
                .map(name -> Secrets.cut(answer.printable(name), SHOWN_VALUE));
        String told = Stream.concat(values, stored(answer)).collect(Collectors.joining(", "));
        return new UnexpectedAnswerException(
                prefix(head.status(), told.isEmpty() ? "" : " (" + told + ")") + advice(head), head.status(),
                answer.shownFields());
    }

    /** {@return what is wrong with an answer, null for a file, that should come from the side process and does not} */
    static String unmarked(@Nullable JsonAnswer answer) {
        String stored = answer == null ? "" : stored(answer).collect(Collectors.joining(" and "));
        return UNMARKED + (stored.isEmpty() ? "" : "; it says that the material is stored, with " + stored) + SWITCH_ON;
    }

    private static Stream<String> stored(JsonAnswer answer) {
        return STORED_FIELDS.stream().filter(answer::has)
                .map(name -> name + " " + Secrets.cut(answer.printable(name), SHOWN_VALUE));
    }

    private static boolean isRead(AnswerParser parsed, InputStream body) {
        try {
            return parsed.parse(body) == null;
        } catch (IOException e) {
            // no JSON: the cause would quote it
            return false;
        }
    }

    /** 0 for none. */
    private static int code(Map<String, Field> fields, String text) {
        for (String name : CODE_FIELDS) {
            Field field = fields.get(name);
            OptionalLong code = field == null ? OptionalLong.empty() : field.integer();
            if (code.isPresent() && CODES.contains(code.getAsLong())) {
                return (int) code.getAsLong();
            }
        }
        return CODES_BY_TEXT.entrySet().stream().filter(known -> text.contains(known.getKey())).map(Map.Entry::getValue)
                .findFirst().orElse(0);
    }

    private String prefix(int status, String body) {
        return answers.operation() + ": HTTP status " + status + body + " instead of an answer of WeChat's interface. ";
    }

    private String advice(AnswerReader.Head head) {
        boolean missing = answers.hosting() == CloudHosting.SIDE_PROCESS && head.status() == HttpStatus.SC_NOT_FOUND
                && !head.relayed();
        return missing ? MISSING : TROUBLE;
    }
}
