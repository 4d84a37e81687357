package io.github.camelwechat.simulator.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

import io.github.camelwechat.simulator.token.RandomText;

/** The authorization of one merchant for one platform. Guarded by its {@link Merchants}. */
final class Authorization {

    private static final String PREFIX = "refreshtoken@@@";
    private static final int LENGTH = 58;

    private final String appId;
    private final RandomText random;
    private SortedSet<Integer> sets = new TreeSet<>();
    private boolean withdrawn = true;
    private boolean redeemed;
    private Instant authorizedAt = Instant.EPOCH;
    private String refreshToken = "";
    private String oldRefreshToken = "";
    private Instant oldUntil = Instant.EPOCH;

    Authorization(String appId, RandomText random) {
        this.appId = appId;
        this.random = random;
    }

    boolean withdrawn() {
        return withdrawn;
    }

    SortedSet<Integer> sets() {
        return sets;
    }

    /** A new one, or one after a withdrawal, brings another refresh token. */
    void authorize(SortedSet<Integer> granted, Instant now) {
        if (withdrawn) {
            withdrawn = false;
            redeemed = false;
            oldUntil = Instant.EPOCH;
            refreshToken = random.of(PREFIX, LENGTH);
        }
        sets = granted;
        authorizedAt = now;
    }

    void withdraw() {
        withdrawn = true;
    }

    void redeem() {
        redeemed = true;
    }

    /** Makes another refresh token; the old one works until the grace is over. */
    void changeRefreshToken(Instant now, Duration grace) {
        oldRefreshToken = refreshToken;
        oldUntil = now.plus(grace);
        refreshToken = random.of(PREFIX, LENGTH);
    }

    boolean accepts(String sent, Instant now) {
        return redeemed && (sent.equals(refreshToken) || (sent.equals(oldRefreshToken) && now.isBefore(oldUntil)));
    }

    Merchant view() {
        return new Merchant(
                appId, !withdrawn, Collections.unmodifiableSortedSet(new TreeSet<>(sets)), authorizedAt,
                redeemed ? refreshToken : null);
    }
}
