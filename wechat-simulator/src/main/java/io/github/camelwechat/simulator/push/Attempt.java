package io.github.camelwechat.simulator.push;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One attempt to deliver a push.
 *
 * @param time    its beginning, by the simulated clock
 * @param status  the HTTP status of the answer, 0 if there was none
 * @param answer  the beginning of the answer's body, empty if there was none
 * @param failure the reason why there was no answer; null if there was one
 */
public record Attempt(Instant time, int status, String answer, @Nullable String failure) {

    private static final int OK = 200;

    boolean hasAnswer(String expected) {
        return status == OK && answer.equals(expected);
    }
}
