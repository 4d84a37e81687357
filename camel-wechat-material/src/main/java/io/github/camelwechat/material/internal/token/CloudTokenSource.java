package io.github.camelwechat.material.internal.token;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.Deadline;
import io.github.camelwechat.material.internal.call.Promise;
import io.github.camelwechat.material.internal.transport.Authorization;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Source of the token that WeChat's cloud hosting gives a container: a variable of the environment or, without one or
 * once WeChat has refused that, a file. A token serves on while the file is gone, until WeChat refuses it. Thread-safe;
 * only the threads of readers wait for the disk.
 */
final class CloudTokenSource implements TokenSource {

    private static final Logger LOG = LoggerFactory.getLogger(CloudTokenSource.class);

    static final String VARIABLE = "WX_CLOUDBASE_ACCESSTOKEN";
    /** After that a call waits until the file has been read again. */
    static final Duration MAX_AGE = Duration.ofMinutes(1);
    /** After that the next call has the file read again, and does not wait for it. */
    static final Duration NEXT_LOOK = Duration.ofSeconds(10);
    /** For a file that is just being replaced by its deletion, or emptied and written. */
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int MAX_LOOKS = 20;
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

    private final TokenApi api;
    private final Function<String, @Nullable String> environment;
    private final CloudTokenFile file;
    private final @Nullable String fromAppId;
    private final ReadinessQueue readiness;
    private final AtomicBoolean reading = new AtomicBoolean();
    /** It cannot change while this process runs. */
    private volatile boolean variableRefused;
    /** The latest one, unless WeChat has refused it: it outlives its file. */
    private volatile @Nullable Found known;
    private volatile boolean warned;

    /**
     * A token that was read.
     *
     * @param at when
     */
    private record Found(Authorization authorization, Instant at) {

        AccessToken at(Instant now) {
            return new AccessToken(authorization, now.plus(MAX_AGE), now.plus(NEXT_LOOK));
        }
    }

    /**
     * Creates a source.
     *
     * @param environment {@link System#getenv(String)}, or a test's
     * @param fromAppId   of an account that has authorized the platform whose environment it is; null for the owner of
     *                    the environment
     */
    CloudTokenSource(TokenApi api, Function<String, @Nullable String> environment, CloudTokenFile file,
                     @Nullable String fromAppId) {
        this.api = api;
        this.environment = environment;
        this.file = file;
        this.fromAppId = fromAppId;
        this.readiness = new ReadinessQueue(api.timer());
    }

    @Override
    public Call<AccessToken> fetch(@Nullable Authorization refused) {
        forget(refused);
        return new Deadline(api.timer(), READ_TIMEOUT, "the limit for reading a token").over(file.path().toString(), () -> {
            Promise<AccessToken> token = new Promise<>((self, why) -> fail(self, new NotSentException(notRead(why))));
            look(token, refused, 1);
            return token;
        });
    }

    @Override
    public ReadinessQueue readiness() {
        return readiness;
    }

    private void forget(@Nullable Authorization refused) {
        Found latest = known;
        if (latest != null && latest.authorization().equals(refused)) {
            known = null;
        }
    }

    /** Ends a call that has found no token: with the known one, if there is one. */
    private void fail(Promise<AccessToken> token, NotSentException why) {
        Found latest = known;
        if (latest == null) {
            token.fail(why);
            return;
        }
        Instant now = api.clock().instant();
        if (!warned && !now.isBefore(latest.at().plus(MAX_AGE))) {
            warned = true;
            LOG.warn("The WeChat token of {} is used until WeChat refuses it: {}", latest.at(), why.getMessage());
        }
        token.complete(latest.at(now));
    }

    private void look(Promise<AccessToken> token, @Nullable Authorization refused, int number) {
        if (!reading.compareAndSet(false, true)) {
            // each further one would hold another thread
            fail(token, new NotSentException(notRead("an earlier attempt hangs; check the file system that it is on")));
            return;
        }
        try {
            api.readers().execute(() -> read(token, refused, number).run());
        } catch (RuntimeException | Error e) {
            reading.set(false);
            throw e;
        }
    }

    /**
     * Reads once.
     *
     * @return what ends the call, or looks again: it is run after the reading, as whoever hears of the end may have the
     *         token read again at once
     */
    private Runnable read(Promise<AccessToken> token, @Nullable Authorization refused, int number) {
        try {
            Authorization found = found(refused);
            if (found == null) {
                return () -> lookAgain(token, refused, number);
            }
            Found fresh = new Found(found, api.clock().instant());
            if (!found.equals(refused)) {
                known = fresh;
                warned = false;
            }
            return () -> token.complete(fresh.at(fresh.at()));
        } catch (IOException | RuntimeException | Error e) {
            // of a missing permission the text is the path alone
            String why = e instanceof AccessDeniedException ? "there is no permission" : String.valueOf(e.getMessage());
            return () -> fail(token, new NotSentException(notRead(why), e));
        } finally {
            reading.set(false);
        }
    }

    private void lookAgain(Promise<AccessToken> token, @Nullable Authorization refused, int number) {
        if (known == null && number < MAX_LOOKS && !token.isEnded()) {
            api.timer().schedule(() -> look(token, refused, number + 1), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } else {
            fail(token, new NotSentException(
                    "the file " + file.path() + " is missing or empty, and the variable " + VARIABLE
                                             + " holds no token"
                                             + (refused == null ? "" : "; WeChat has refused the last one")
                                             + ". Outside of a container of WeChat's cloud hosting there is none;"
                                             + " in one, switch on the WeChat token in the console and deploy a new version, or"
                                             + " set cloudFile."));
        }
    }

    private @Nullable Authorization found(@Nullable Authorization refused) throws IOException {
        Authorization ofVariable = ofVariable();
        variableRefused |= ofVariable != null && ofVariable.equals(refused);
        if (ofVariable != null && !variableRefused) {
            return ofVariable;
        }
        try {
            Authorization ofFile = authorization(file.read());
            return ofFile != null ? ofFile : ofVariable;
        } catch (IOException e) {
            if (ofVariable == null) {
                throw e;
            }
            return ofVariable;
        }
    }

    /** What is no token is none: the file may have one. */
    private @Nullable Authorization ofVariable() {
        try {
            return authorization(CloudTokenFile.token(environment.apply(VARIABLE)));
        } catch (IOException e) {
            return null;
        }
    }

    private @Nullable Authorization authorization(@Nullable String token) {
        return token == null ? null : Authorization.cloudbaseAccessToken(token, fromAppId);
    }

    private String notRead(String why) {
        return "the file " + file.path() + " cannot be read: " + why;
    }
}
