package io.github.camelwechat.benchmarks.soak.server;

import java.util.Locale;

/** A fault of the network between the component and the simulator. */
enum RelayFault {

    /** a part of the request is passed on, then both connections are reset */
    RESET_AMID_REQUEST,
    /** a part of the request is passed on, the rest after the component's time limit */
    REQUEST_STALLS,
    /** the answer is passed on after the component's time limit */
    ANSWER_STALLS,
    /** the kept connection is closed a moment after an answer, whether a request has begun on it or not */
    KEPT_CONNECTION_CLOSED;

    @Override
    public String toString() {
        return "network: " + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
