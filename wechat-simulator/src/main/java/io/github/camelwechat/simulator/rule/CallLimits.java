package io.github.camelwechat.simulator.rule;

/**
 * How often an account may call an interface.
 *
 * @param daily     calls a day; {@link #NONE} for any number
 * @param perMinute calls a minute; {@link #NONE} for any number
 */
public record CallLimits(long daily, long perMinute) {

    /** No limit. */
    public static final long NONE = Long.MAX_VALUE;

    /** As often as anybody likes. */
    public static final CallLimits UNLIMITED = new CallLimits(NONE, NONE);

    /**
     * Refuses limits below 0.
     *
     * @param daily     calls a day; {@link #NONE} for any number
     * @param perMinute calls a minute; {@link #NONE} for any number
     */
    public CallLimits {
        if (daily < 0 || perMinute < 0) {
            throw new IllegalArgumentException(
                    "A limit of " + Math.min(daily, perMinute) + " calls is not possible; 0 refuses every call");
        }
    }
}
