package io.github.camelwechat.simulator.token;

import java.util.Collection;

/** The simulator was made without an account or third-party platform of that AppID. */
public final class UnknownAppException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /**
     * Internal: not API.
     *
     * @param appId that nobody has
     * @param known those that there are
     */
    public UnknownAppException(String appId, Collection<String> known) {
        this("app", appId, known);
    }

    private UnknownAppException(String kind, String appId, Collection<String> known) {
        super("No " + kind + " '" + appId + "' here; known are " + (known.isEmpty() ? "none" : String.join(", ", known)));
    }

    /**
     * The simulator was made without a third-party platform of that AppID. Internal: not API.
     *
     * @param  appId that no platform has
     * @param  known those that there are
     * @return       the exception
     */
    public static UnknownAppException platform(String appId, Collection<String> known) {
        return new UnknownAppException("platform", appId, known);
    }
}
