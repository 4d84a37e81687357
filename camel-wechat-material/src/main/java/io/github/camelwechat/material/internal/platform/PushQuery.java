package io.github.camelwechat.material.internal.platform;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Query of a request to the address for pushes, with the parameters of WeChat at most once. Other parameters are
 * allowed: they may be of the address that the console knows.
 *
 * <p>
 * The signature is of values without anything between them, so that one who has seen a push can move characters from
 * one value to the next. The patterns leave them little room.
 */
final class PushQuery {

    static final String MSG_SIGNATURE = "msg_signature";
    static final String SIGNATURE = "signature";
    static final String TIMESTAMP = "timestamp";
    static final String NONCE = "nonce";
    static final String ECHOSTR = "echostr";

    private static final int MAX_LENGTH = 8192;
    private static final Pattern SHA1 = Pattern.compile("[0-9a-f]{40}");
    /** None of the values needs an escape, so none is allowed. */
    private static final Map<String, Pattern> PARAMETERS = Map.of(
            MSG_SIGNATURE, SHA1, SIGNATURE, SHA1, TIMESTAMP, Pattern.compile("[0-9]{1,20}"),
            NONCE, Pattern.compile("[A-Za-z0-9_-]{1,64}"), ECHOSTR, Pattern.compile("[A-Za-z0-9_-]{1,128}"),
            "encrypt_type", Pattern.compile("aes"));

    private final Map<String, String> values;

    private PushQuery(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads a query.
     *
     * @param raw as in the request line, not unescaped; null for none
     */
    static PushQuery of(@Nullable String raw) throws RefusedPushException {
        if (raw == null || raw.length() > MAX_LENGTH) {
            throw new RefusedPushException(Refusal.QUERY);
        }
        Map<String, String> values = new HashMap<>();
        for (String parameter : raw.split("&", -1)) {
            int nameEnd = parameter.indexOf('=');
            String name = nameEnd < 0 ? parameter : parameter.substring(0, nameEnd);
            Pattern pattern = PARAMETERS.get(name);
            if (pattern != null) {
                String value = nameEnd < 0 ? "" : parameter.substring(nameEnd + 1);
                if (!pattern.matcher(value).matches() || values.put(name, value) != null) {
                    throw new RefusedPushException(Refusal.QUERY);
                }
            }
        }
        return new PushQuery(values);
    }

    String value(String name) throws RefusedPushException {
        String value = values.get(name);
        if (value == null) {
            throw new RefusedPushException(Refusal.QUERY);
        }
        return value;
    }
}
