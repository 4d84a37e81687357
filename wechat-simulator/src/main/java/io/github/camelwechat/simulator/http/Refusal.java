package io.github.camelwechat.simulator.http;

import java.util.Map;

import io.github.camelwechat.simulator.answer.Answer;
import io.github.camelwechat.simulator.answer.Json;

/** Answers by which the simulator itself refuses a request; WeChat's have another shape. */
final class Refusal {

    static final int FORBIDDEN = 403;
    static final int METHOD_NOT_ALLOWED = 405;
    static final int CONTENT_TOO_LARGE = 413;
    static final int INTERNAL_ERROR = 500;

    private Refusal() {
    }

    /** {@return an answer as the control API gives it for mistakes} */
    static Answer of(int status, String error) {
        return new Answer(status, "application/json", Json.plain(Map.of("error", error)), 0);
    }
}
