package io.github.camelwechat.material.internal.platform;

/** Outcome of reading a request to the address for pushes. Its text shows no secret. */
public sealed interface PushResult {

    /**
     * A genuine push, to be answered with {@code success} after the event is stored. The same event may come several
     * times: WeChat repeats it, and so may a stranger who has seen it, within the limit of its age.
     */
    record Accepted(PushEvent event) implements PushResult {
    }

    /**
     * WeChat's check of the address. Anyone who has seen a push can ask for one with any text.
     *
     * @param echo the body of the answer, as plain text: 1 to 128 letters, digits, dashes and underscores
     */
    record Check(String echo) implements PushResult {
    }

    /** A request that changes nothing. The answer has the reason's status and an empty body. */
    record Refused(Refusal reason) implements PushResult {
    }
}
