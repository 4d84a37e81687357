package io.github.camelwechat.simulator.cloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.camelwechat.simulator.platform.TokenLife;
import io.github.camelwechat.simulator.token.AccessToken;
import io.github.camelwechat.simulator.token.IssuedTokens;
import org.jspecify.annotations.Nullable;

/**
 * The WeChat tokens of an environment of the cloud hosting. The current one is in the token file, if there is one; it
 * rotates on command, and by the simulated clock so early that its grace ends with its life. Thread-safe.
 */
public final class CloudTokens {

    /** The life of a token if nothing else is set: two hours, and ten minutes of grace. */
    public static final TokenLife LIFE = new TokenLife(Duration.ofHours(2), Duration.ofMinutes(10));

    private static final Duration RETRY = Duration.ofSeconds(10);

    private final String owner;
    private final Clock clock;
    private final @Nullable TokenFile file;
    private final IssuedTokens issued = new IssuedTokens();
    private TokenLife life = LIFE;
    private @Nullable AccessToken current;
    private Instant due = Instant.MAX;
    private @Nullable String fileError;

    CloudTokens(String owner, Clock clock, @Nullable TokenFile file) {
        this.owner = owner;
        this.clock = clock;
        this.file = file;
    }

    synchronized void life(TokenLife to) {
        life = to;
    }

    /** {@return the life of the tokens that are issued from now on} */
    public synchronized TokenLife life() {
        return life;
    }

    /** {@return the token file, null if there is none} */
    public @Nullable Path file() {
        return file == null ? null : file.path();
    }

    /** {@return the reason for which the token file could not be written at last, null if it could} */
    public synchronized @Nullable String fileError() {
        return fileError;
    }

    /** {@return the token that the token file holds} */
    public synchronized String current() {
        if (current == null) {
            throw new IllegalStateException("The cloud hosting has not begun");
        }
        return current.value();
    }

    /**
     * Issues a token and puts it into the token file; the one before works on for the grace, then 40001.
     *
     * @return the new token; an {@link UncheckedIOException} is thrown if the file cannot be written, and the token
     *         before stays
     */
    public String rotate() {
        try {
            return replace();
        } catch (IOException e) {
            throw new UncheckedIOException("The token file " + file() + " cannot be written: " + e, e);
        }
    }

    /** The file has the new token before the old one ends: the reader of a token that has ended finds another. */
    synchronized String replace() throws IOException {
        Instant now = clock.instant();
        AccessToken fresh = issued.fresh(owner, now, life.lifetime());
        if (file != null) {
            try {
                file.write(fresh.value());
                fileError = null;
            } catch (IOException e) {
                fresh.expire(now);
                fileError = e.toString();
                throw e;
            }
        }
        if (current != null) {
            current.displace(now.plus(life.grace()));
        }
        current = fresh;
        due = now.plus(life.lifetime()).minus(life.grace());
        return fresh.value();
    }

    /** Rotates if it is time. A file that cannot be written is tried again: {@link #fileError} tells of it. */
    synchronized void rotateIfDue() {
        Instant now = clock.instant();
        if (now.isBefore(due)) {
            return;
        }
        try {
            replace();
        } catch (IOException e) {
            due = now.plus(RETRY);
        }
    }

    /**
     * Issues a token that is in no file, as a request into the container brings one in its header
     * {@code X-WX-CLOUDBASE-ACCESS-TOKEN}.
     *
     * @return the token
     */
    public synchronized String issue() {
        return issued.fresh(owner, clock.instant(), life.lifetime()).value();
    }

    /** {@return the tokens that are valid now, oldest first} */
    public synchronized List<String> valid() {
        Instant now = clock.instant();
        return issued.of(owner).stream().filter(token -> token.valid(now)).map(AccessToken::value).toList();
    }

    /** Ends every token as age does: 42001. The token file keeps its content until the next rotation. */
    public synchronized void expire() {
        Instant now = clock.instant();
        issued.of(owner).forEach(token -> token.expire(now));
    }

    /** Ends every token as a newer one does: 40001. The token file keeps its content until the next rotation. */
    public synchronized void displace() {
        Instant now = clock.instant();
        issued.of(owner).forEach(token -> token.displace(now));
    }

    synchronized boolean knows(String value) {
        return issued.find(value) != null;
    }

    /** Refuses a token that is unknown or has ended. */
    synchronized void requireValid(String value) {
        rotateIfDue();
        AccessToken token = issued.find(value);
        if (token == null) {
            throw IssuedTokens.refusal(value);
        }
        token.requireValid(clock.instant(), 42001);
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "CloudTokens[" + owner + "]";
    }
}
