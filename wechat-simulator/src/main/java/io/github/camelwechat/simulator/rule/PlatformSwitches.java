package io.github.camelwechat.simulator.rule;

import java.time.Duration;

/**
 * Unknown behaviour of the real service towards third-party platforms. A reset of the simulator brings back what its
 * builder has set. Thread-safe.
 */
public final class PlatformSwitches {

    private static final int ATTEMPTS = 3;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private boolean plainPushes;
    private boolean codeExpiryAsDuration;
    private int pushAttempts;
    private Duration pushTimeout = TIMEOUT;
    private boolean authorizationCodesReusable;
    private boolean renewalsWithoutRefreshToken;
    private boolean refreshTokenChangesOnRenewal;
    private boolean componentTokenExpiry42006;

    PlatformSwitches() {
        reset();
    }

    /**
     * Pushes carry their texts without CDATA.
     *
     * @param  on false at first
     * @return    this
     */
    public synchronized PlatformSwitches plainPushes(boolean on) {
        plainPushes = on;
        return this;
    }

    /** {@return true if pushes carry their texts without CDATA} */
    public synchronized boolean plainPushes() {
        return plainPushes;
    }

    /**
     * {@code AuthorizationCodeExpiredTime} is the number of seconds that the code lives, not the Unix time of its end.
     *
     * @param  on false at first
     * @return    this
     */
    public synchronized PlatformSwitches codeExpiryAsDuration(boolean on) {
        codeExpiryAsDuration = on;
        return this;
    }

    /** {@return true if {@code AuthorizationCodeExpiredTime} is a number of seconds} */
    public synchronized boolean codeExpiryAsDuration() {
        return codeExpiryAsDuration;
    }

    /**
     * Sets the number of attempts to deliver a push.
     *
     * @param  attempts from 1; 3 at first
     * @return          this
     */
    public synchronized PlatformSwitches pushAttempts(int attempts) {
        if (attempts < 1) {
            throw new IllegalArgumentException("pushAttempts must be 1 or more, not " + attempts);
        }
        pushAttempts = attempts;
        return this;
    }

    /** {@return the number of attempts to deliver a push} */
    public synchronized int pushAttempts() {
        return pushAttempts;
    }

    /**
     * Sets the longest wait for the answer to a push, in real time.
     *
     * @param  timeout positive; 5 s at first
     * @return         this
     */
    public synchronized PlatformSwitches pushTimeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("pushTimeout must be positive, not " + timeout.toMillis() + " ms");
        }
        pushTimeout = timeout;
        return this;
    }

    /** {@return the longest wait for the answer to a push} */
    public synchronized Duration pushTimeout() {
        return pushTimeout;
    }

    /**
     * An authorization code can be redeemed more than once.
     *
     * @param  on false at first: then 61009
     * @return    this
     */
    public synchronized PlatformSwitches authorizationCodesReusable(boolean on) {
        authorizationCodesReusable = on;
        return this;
    }

    /** {@return true if an authorization code can be redeemed more than once} */
    public synchronized boolean authorizationCodesReusable() {
        return authorizationCodesReusable;
    }

    /**
     * The answers of {@code api_authorizer_token} have no {@code authorizer_refresh_token}.
     *
     * @param  on false at first
     * @return    this
     */
    public synchronized PlatformSwitches renewalsWithoutRefreshToken(boolean on) {
        renewalsWithoutRefreshToken = on;
        return this;
    }

    /** {@return true if the answers of {@code api_authorizer_token} have no {@code authorizer_refresh_token}} */
    public synchronized boolean renewalsWithoutRefreshToken() {
        return renewalsWithoutRefreshToken;
    }

    /**
     * Each {@code api_authorizer_token} changes the refresh token; the old one works 5 minutes more.
     *
     * @param  on false at first
     * @return    this
     */
    public synchronized PlatformSwitches refreshTokenChangesOnRenewal(boolean on) {
        refreshTokenChangesOnRenewal = on;
        return this;
    }

    /** {@return true if each {@code api_authorizer_token} changes the refresh token} */
    public synchronized boolean refreshTokenChangesOnRenewal() {
        return refreshTokenChangesOnRenewal;
    }

    /**
     * An expired component token is answered with 42006.
     *
     * @param  on false at first: then 42001
     * @return    this
     */
    public synchronized PlatformSwitches componentTokenExpiry42006(boolean on) {
        componentTokenExpiry42006 = on;
        return this;
    }

    /** {@return true if an expired component token is answered with 42006} */
    public synchronized boolean componentTokenExpiry42006() {
        return componentTokenExpiry42006;
    }

    synchronized void reset() {
        plainPushes = false;
        codeExpiryAsDuration = false;
        pushAttempts = ATTEMPTS;
        pushTimeout = TIMEOUT;
        authorizationCodesReusable = false;
        renewalsWithoutRefreshToken = false;
        refreshTokenChangesOnRenewal = false;
        componentTokenExpiry42006 = false;
    }
}
