package io.github.camelwechat.material.internal.session;

/**
 * Hears which platforms endpoints use, and by which names accounts. Called one at a time; must not open or close
 * sessions.
 */
public interface SessionListener {

    /** Hears of the first endpoint that uses a session by a name. */
    void opened(String name, AccountSession session);

    /** Hears of a platform, which stays open until the component stops. */
    default void opened(PlatformSession session) {
        // its merchants are not told of
    }

    /** Hears that no endpoint uses a session by that name any more. */
    void closed(String name, AccountSession session);
}
