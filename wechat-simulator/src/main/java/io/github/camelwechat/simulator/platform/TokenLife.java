package io.github.camelwechat.simulator.platform;

import java.time.Duration;

import io.github.camelwechat.simulator.token.AccessToken;

/**
 * The life of the tokens of a third-party platform.
 *
 * @param lifetime the time from a token's issue to its end by age (42001)
 * @param grace    the time for which a token goes on working after a newer one was issued; then 40001
 */
public record TokenLife(Duration lifetime, Duration grace) {

    /** Above {@link #DOCUMENTED}, which is checked against it. */
    private static final Duration LONGEST = Duration.ofDays(365);

    /** Two hours, and five minutes of grace. */
    public static final TokenLife DOCUMENTED = new TokenLife(AccessToken.LIFETIME, AccessToken.GRACE);

    /**
     * Refuses a life below a second, a negative grace, and more than 365 days of either.
     *
     * @param lifetime the time from a token's issue to its end by age (42001)
     * @param grace    the time for which a token goes on working after a newer one was issued; then 40001
     */
    public TokenLife {
        if (lifetime.compareTo(Duration.ofSeconds(1)) < 0 || lifetime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A token must live 1 s to 365 days, not " + lifetime);
        }
        requireGrace(grace);
    }

    /** Refuses a grace that is negative or longer than 365 days. */
    static void requireGrace(Duration grace) {
        if (grace.isNegative() || grace.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("The grace must be 0 to 365 days, not " + grace);
        }
    }
}
