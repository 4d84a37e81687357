package io.github.camelwechat.material.error;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An answer came that is not one of WeChat's interface: an HTTP status other than 200, or a body that is not the JSON
 * that the interface promises. A proxy, a gateway or the front end of WeChat spoke instead.
 */
public class UnexpectedAnswerException extends WechatMaterialException {

    private static final long serialVersionUID = 1L;

    private final int httpStatus;
    private final LinkedHashMap<String, String> fields;

    /**
     * Without a cause.
     *
     * @param message    what went wrong and what helps, in one or two sentences
     * @param httpStatus the HTTP status of the answer; 0 where there was no readable status line
     */
    public UnexpectedAnswerException(String message, int httpStatus) {
        this(message, httpStatus, Map.of());
    }

    /**
     * Of a JSON answer that lacks what the interface promises.
     *
     * @param message    what went wrong and what helps, in one or two sentences
     * @param httpStatus the HTTP status of the answer
     * @param fields     the answer's fields, without secrets
     */
    public UnexpectedAnswerException(String message, int httpStatus, Map<String, String> fields) {
        super(message);
        this.httpStatus = httpStatus;
        this.fields = new LinkedHashMap<>(fields);
    }

    /**
     * With a cause.
     *
     * @param message    what went wrong and what helps, in one or two sentences
     * @param httpStatus the HTTP status of the answer; 0 where there was no readable status line
     * @param cause      what caused it; may be null
     */
    public UnexpectedAnswerException(String message, int httpStatus, @Nullable Throwable cause) {
        super(message, cause);
        this.httpStatus = httpStatus;
        this.fields = new LinkedHashMap<>();
    }

    /** {@return false: whoever it is that answers has to be looked for} */
    @Override
    public boolean isRetryable() {
        return false;
    }

    /** {@return true: the request may have reached WeChat before somebody else answered it} */
    @Override
    public boolean mayHaveTakenEffect() {
        return true;
    }

    /** The HTTP status of the answer; 0 where there was no readable status line. */
    public int getHttpStatus() {
        return httpStatus;
    }

    /**
     * Returns the texts, numbers and booleans of a JSON answer, by their names and in their order: an id that stands
     * under an unexpected name is not lost. Those at the top come first; one inside an object is under its path, such
     * as {@code data.media_id}. At most 20, of at most 500 characters each. They come from outside, so treat them as
     * untrusted; secrets and unprintable characters are replaced. The second value of a name that is there twice is
     * under the name with {@code #2} after it.
     *
     * @return an unmodifiable map; empty where the answer is not a JSON object
     */
    public Map<String, String> getFields() {
        return Collections.unmodifiableMap(fields);
    }
}
