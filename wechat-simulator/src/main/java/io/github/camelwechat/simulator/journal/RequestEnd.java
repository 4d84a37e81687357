package io.github.camelwechat.simulator.journal;

import java.util.Locale;

/** How a request ended. All but the first two are the doing of a fault. */
public enum RequestEnd {

    /** by an answer */
    ANSWERED,
    /** the client closed the connection before its request was there */
    CLIENT_WENT_AWAY,
    /** by a reset as soon as its head was there */
    RESET_BEFORE_BODY,
    /** by a reset when a part of its body was there */
    RESET_AMID_BODY,
    /** by a reset when its whole body was there */
    RESET_AFTER_BODY,
    /** it was carried out, and ended by a reset in place of the answer */
    ANSWER_LOST,
    /** it was carried out, and the connection closed without an answer */
    CLOSE_WITHOUT_ANSWER,
    /** it was carried out, and only the beginning of the answer sent */
    ANSWER_CUT;

    /** {@return the name in the control API, for example {@code reset-amid-body}} */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
