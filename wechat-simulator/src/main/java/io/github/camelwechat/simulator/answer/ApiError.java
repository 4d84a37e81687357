package io.github.camelwechat.simulator.answer;

/** A refusal: an errcode and its text, from the gateway (token, method, path) or from the interface behind it. */
public final class ApiError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int errcode;
    private final boolean gateway;

    private ApiError(int errcode, String text, boolean gateway) {
        super(text, null, false, false);
        this.errcode = errcode;
        this.gateway = gateway;
    }

    /** Refused by the gateway: the text is followed by a rid alone. */
    public static ApiError gateway(int errcode, String text) {
        return new ApiError(errcode, text, true);
    }

    /** Refused by the gateway, with the text of the table. */
    public static ApiError gateway(int errcode) {
        return gateway(errcode, ErrorTexts.of(errcode));
    }

    /** Refuses by the gateway what does not meet the condition. */
    public static void requireAtGateway(boolean condition, int errcode) {
        if (!condition) {
            throw gateway(errcode);
        }
    }

    /** Refused by the interface: the text is followed by a hint and a rid. */
    public static ApiError behind(int errcode) {
        return new ApiError(errcode, ErrorTexts.of(errcode), false);
    }

    /** Refuses by the interface what does not meet the condition. */
    public static void requireBehind(boolean condition, int errcode) {
        if (!condition) {
            throw behind(errcode);
        }
    }

    public int errcode() {
        return errcode;
    }

    public boolean gateway() {
        return gateway;
    }
}
