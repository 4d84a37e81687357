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

    /** Two hours, and five minutes of grace. */
    public static final TokenLife DOCUMENTED = new TokenLife(AccessToken.LIFETIME, AccessToken.GRACE);

    /**
     * Refuses a life that is not at least a second, and a negative grace.
     *
     * @param lifetime the time from a token's issue to its end by age (42001)
     * @param grace    the time for which a token goes on working after a newer one was issued; then 40001
     */
    public TokenLife {
        if (lifetime.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("A token must live 1 s or longer, not " + lifetime.toMillis() + " ms");
        }
        if (grace.isNegative()) {
            throw new IllegalArgumentException("The grace cannot be negative: " + grace.toMillis() + " ms");
        }
    }
}
