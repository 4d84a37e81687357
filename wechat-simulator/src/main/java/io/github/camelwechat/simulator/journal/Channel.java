package io.github.camelwechat.simulator.journal;

import java.util.Locale;

/** The way of a request to WeChat. */
public enum Channel {
    /** as every client's */
    PUBLIC,
    /** relayed by the side process of the cloud hosting */
    SIDE_PROCESS,
    /** to the side channel of the cloud hosting, where the side process is missing */
    DEAD_END;

    /** {@return the name in the control API, for example {@code side-process}} */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
