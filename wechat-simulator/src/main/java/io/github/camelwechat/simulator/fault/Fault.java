package io.github.camelwechat.simulator.fault;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** Something that goes wrong with a call. Immutable. */
public final class Fault {

    /** What can go wrong. */
    public enum Kind {
        /** the answer comes late; the call is carried out before the wait */
        DELAY,
        /** the answer is an error with that code; nothing is stored */
        ERRCODE,
        /** the answer has that HTTP status and HTML; nothing is stored */
        STATUS,
        /** the answer is HTTP 502 with the JSON of the cloud hosting's gateway, without errcode; nothing is stored */
        GATEWAY_ERROR,
        /** TCP reset as soon as the head of the request is there */
        RESET_BEFORE_BODY,
        /** TCP reset when that many bytes of the body are there */
        RESET_AMID_BODY,
        /** TCP reset when the whole body is there; nothing is stored */
        RESET_AFTER_BODY,
        /** the call is carried out, then TCP reset in place of the answer */
        ANSWER_LOST,
        /** the call is carried out, then the connection is closed in good order, without an answer */
        CLOSE_WITHOUT_ANSWER,
        /** the call is carried out; of its answer that many bytes of the body come, then the connection is closed */
        ANSWER_CUT,
        /** the call is carried out; its answer is no JSON, though it begins like some */
        GARBAGE,
        /** the call is carried out; its answer has one more text, with unescaped control characters */
        CONTROL_CHARACTERS,
        /** the call is carried out; its answer is called {@code text/plain} */
        TEXT_PLAIN;

        /** {@return the name in the control API, for example {@code reset-amid-body}} */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /**
         * {@return the kind of that name in the control API}
         *
         * @param name for example {@code reset-amid-body}
         */
        public static Kind named(String name) {
            return Arrays.stream(values()).filter(kind -> kind.wireName().equals(name)).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "No fault '" + name + "'; there are "
                                                                    + Arrays.stream(values()).map(Kind::wireName)
                                                                            .collect(Collectors.joining(", "))));
        }
    }

    private final Kind kind;
    private final long value;

    private Fault(Kind kind, long value) {
        this.kind = kind;
        this.value = value;
    }

    /**
     * {@return {@link Kind#DELAY}}
     *
     * @param by how late the answer comes
     */
    public static Fault delay(Duration by) {
        return new Fault(Kind.DELAY, notNegative(Kind.DELAY, by.toMillis()));
    }

    /**
     * {@return {@link Kind#ERRCODE}}
     *
     * @param errcode any but 0, for example 45009
     */
    public static Fault errcode(int errcode) {
        if (errcode == 0) {
            throw new IllegalArgumentException("errcode 0 is no fault; give another, for example 45009");
        }
        return new Fault(Kind.ERRCODE, errcode);
    }

    /**
     * {@return {@link Kind#STATUS}}
     *
     * @param status from 200 to 599
     */
    public static Fault status(int status) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("HTTP status " + status + " is not between 200 and 599");
        }
        return new Fault(Kind.STATUS, status);
    }

    /** {@return {@link Kind#GATEWAY_ERROR}} */
    public static Fault gatewayError() {
        return new Fault(Kind.GATEWAY_ERROR, 0);
    }

    /** {@return {@link Kind#RESET_BEFORE_BODY}} */
    public static Fault resetBeforeBody() {
        return new Fault(Kind.RESET_BEFORE_BODY, 0);
    }

    /**
     * {@return {@link Kind#RESET_AMID_BODY}}
     *
     * @param afterBytes so many bytes of the body are read before
     */
    public static Fault resetAmidBody(long afterBytes) {
        return new Fault(Kind.RESET_AMID_BODY, notNegative(Kind.RESET_AMID_BODY, afterBytes));
    }

    /** {@return {@link Kind#RESET_AFTER_BODY}} */
    public static Fault resetAfterBody() {
        return new Fault(Kind.RESET_AFTER_BODY, 0);
    }

    /** {@return {@link Kind#ANSWER_LOST}} */
    public static Fault answerLost() {
        return new Fault(Kind.ANSWER_LOST, 0);
    }

    /** {@return {@link Kind#CLOSE_WITHOUT_ANSWER}} */
    public static Fault closeWithoutAnswer() {
        return new Fault(Kind.CLOSE_WITHOUT_ANSWER, 0);
    }

    /**
     * {@return {@link Kind#ANSWER_CUT}}
     *
     * @param afterBytes so many bytes of the body are sent, at least one too few
     */
    public static Fault answerCut(long afterBytes) {
        return new Fault(Kind.ANSWER_CUT, notNegative(Kind.ANSWER_CUT, afterBytes));
    }

    /** {@return {@link Kind#GARBAGE}} */
    public static Fault garbage() {
        return new Fault(Kind.GARBAGE, 0);
    }

    /** {@return {@link Kind#CONTROL_CHARACTERS}} */
    public static Fault controlCharacters() {
        return new Fault(Kind.CONTROL_CHARACTERS, 0);
    }

    /** {@return {@link Kind#TEXT_PLAIN}} */
    public static Fault textPlain() {
        return new Fault(Kind.TEXT_PLAIN, 0);
    }

    /** {@return what goes wrong} */
    public Kind kind() {
        return kind;
    }

    /** {@return the errcode, HTTP status, milliseconds or bytes; 0 where the kind has none} */
    public long value() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fault that && kind == that.kind && value == that.value;
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, value);
    }

    /** The name in the control API, and the value where there is one. */
    @Override
    public String toString() {
        return value == 0 ? kind.wireName() : kind.wireName() + " " + value;
    }

    private static long notNegative(Kind kind, long value) {
        if (value < 0) {
            throw new IllegalArgumentException("The value of " + kind.wireName() + " cannot be negative: " + value);
        }
        return value;
    }
}
