package io.github.camelwechat.material.internal.session;

/** Hears by which names endpoints use accounts. Called one at a time; must not open or close sessions. */
public interface SessionListener {

    /** Hears of the first endpoint that uses a session by a name. */
    void opened(String name, AccountSession session);

    /** Hears that no endpoint uses a session by that name any more. */
    void closed(String name, AccountSession session);
}
