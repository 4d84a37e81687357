package io.github.camelwechat.simulator.token;

import java.util.Collection;

/** The simulator was made without an account of that AppID. */
public final class UnknownAppException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /**
     * Internal: not API.
     *
     * @param appId that nobody has
     * @param known those that there are
     */
    public UnknownAppException(String appId, Collection<String> known) {
        super("No app '" + appId + "' here; known are " + String.join(", ", known));
    }
}
