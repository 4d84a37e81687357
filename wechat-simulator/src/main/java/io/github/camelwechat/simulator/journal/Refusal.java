package io.github.camelwechat.simulator.journal;

/**
 * An error answer, as it can be asked for by its rid.
 *
 * @param rid          the one in its text
 * @param requestBody  how the JSON of the request begins, if the interface wants a token and not a secret; else empty
 * @param responseBody the answer
 * @param costMillis   from the arrival of the request to the answer, by the simulated clock
 */
public record Refusal(String rid, String requestBody, String responseBody, long costMillis) {

    /** Without the bodies: tests print it, and what a client has sent may be a secret. */
    @Override
    public String toString() {
        return "Refusal[" + rid + "]";
    }
}
