package io.github.camelwechat.material.internal.platform;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads the requests to a platform's address for pushes. Anybody can send them: nothing in one of them makes it throw.
 * Of a push it reads the raw query and the bytes of the body, and trusts only what is encrypted. Thread-safe.
 */
public final class PushReader {

    /** Longest body of a push. */
    public static final int MAX_BODY_BYTES = 64 * 1024;
    /** By which a clock may be behind WeChat's. */
    static final Duration MAX_AHEAD = Duration.ofMinutes(10);

    private static final String ACCOUNT = "AuthorizerAppid";
    private static final Pattern INFO_TYPE = Pattern.compile("[A-Za-z0-9_]{1,64}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");
    private static final Pattern SECRET = Pattern.compile("[\\x21-\\x7e]{1,2048}");
    /** A smaller number of seconds is no time of WeChat's, which is younger. */
    private static final long FIRST_TIME = 1_000_000_000;

    private final Envelope envelope;
    private final Duration maxAge;
    private final Clock clock;

    /**
     * Creates a reader.
     *
     * @param  envelope                 of the platform
     * @param  pushMaxAge               the age after which an event is refused; zero for none
     * @param  clock                    by which events age
     * @throws IllegalArgumentException if pushMaxAge is negative
     */
    public PushReader(Envelope envelope, Duration pushMaxAge, Clock clock) {
        if (pushMaxAge.isNegative()) {
            throw new IllegalArgumentException(
                    "pushMaxAge is " + pushMaxAge.toMillis() + " ms, but has to be 0 ms, for no limit, or more");
        }
        this.envelope = envelope;
        this.maxAge = pushMaxAge;
        this.clock = clock;
    }

    /**
     * Reads a POST.
     *
     * @param  rawQuery as in the request line, not unescaped; null for none
     * @param  body     read to its end, but no more than 65,537 bytes of it; left open
     * @return          {@code Accepted} or {@code Refused}
     */
    public PushResult read(@Nullable String rawQuery, InputStream body) {
        try {
            PushQuery query = PushQuery.of(rawQuery);
            String signature = query.value(PushQuery.MSG_SIGNATURE);
            String timestamp = query.value(PushQuery.TIMESTAMP);
            String nonce = query.value(PushQuery.NONCE);
            String encrypt = PushXml.fields(bytes(body), Refusal.BODY).get("Encrypt");
            if (encrypt == null) {
                throw new RefusedPushException(Refusal.BODY);
            }
            envelope.checkSignature(signature, timestamp, nonce, encrypt);
            Map<String, String> fields = envelope.open(encrypt);
            envelope.checkReceiver(appId(fields, "AppId"));
            PushEvent event = event(fields);
            checkAge(event.createTime());
            return new PushResult.Accepted(event);
        } catch (RefusedPushException e) {
            return new PushResult.Refused(e.reason());
        }
    }

    /**
     * Reads a GET, by which WeChat checks the address when it is saved in the console.
     *
     * @param  rawQuery as in the request line, not unescaped; null for none
     * @return          {@code Check} or {@code Refused}
     */
    public PushResult check(@Nullable String rawQuery) {
        try {
            PushQuery query = PushQuery.of(rawQuery);
            String echo = query.value(PushQuery.ECHOSTR);
            envelope.checkSignature(
                    query.value(PushQuery.SIGNATURE), query.value(PushQuery.TIMESTAMP), query.value(PushQuery.NONCE));
            return new PushResult.Check(echo);
        } catch (RefusedPushException e) {
            return new PushResult.Refused(e.reason());
        }
    }

    private static byte[] bytes(InputStream body) throws RefusedPushException {
        byte[] bytes;
        try {
            bytes = body.readNBytes(MAX_BODY_BYTES + 1);
        } catch (IOException | RuntimeException e) {
            // servers throw both at a sender that goes away or breaks the rules of HTTP
            throw new RefusedPushException(Refusal.BODY_UNREADABLE);
        }
        if (bytes.length > MAX_BODY_BYTES) {
            throw new RefusedPushException(Refusal.BODY_TOO_LARGE);
        }
        return bytes;
    }

    private static PushEvent event(Map<String, String> fields) throws RefusedPushException {
        String infoType = value(fields, "InfoType", INFO_TYPE);
        Instant createTime = Instant.ofEpochSecond(Long.parseLong(value(fields, "CreateTime", SECONDS)));
        return switch (infoType) {
            case PushEvent.Ticket.INFO_TYPE -> new PushEvent.Ticket(
                    createTime, value(fields, "ComponentVerifyTicket", SECRET));
            case PushEvent.Authorized.INFO_TYPE, PushEvent.Authorized.UPDATE_INFO_TYPE -> new PushEvent.Authorized(
                    infoType, createTime, appId(fields, ACCOUNT), value(fields, "AuthorizationCode", SECRET),
                    codeExpiry(fields, createTime));
            case PushEvent.Unauthorized.INFO_TYPE -> new PushEvent.Unauthorized(createTime, appId(fields, ACCOUNT));
            default -> new PushEvent.Other(infoType, createTime);
        };
    }

    private static String value(Map<String, String> fields, String name, Pattern pattern) throws RefusedPushException {
        String value = fields.getOrDefault(name, "");
        if (!pattern.matcher(value).matches()) {
            throw new RefusedPushException(Refusal.MESSAGE);
        }
        return value;
    }

    private static String appId(Map<String, String> fields, String name) throws RefusedPushException {
        String appId = fields.getOrDefault(name, "");
        if (!AppId.isValid(appId)) {
            throw new RefusedPushException(Refusal.MESSAGE);
        }
        return appId;
    }

    /** WeChat documents seconds and sends times: a small number is taken for the former. */
    private static @Nullable Instant codeExpiry(Map<String, String> fields, Instant createTime) {
        String expiry = fields.getOrDefault("AuthorizationCodeExpiredTime", "");
        if (!SECONDS.matcher(expiry).matches()) {
            // the code may work all the same
            return null;
        }
        long seconds = Long.parseLong(expiry);
        return seconds < FIRST_TIME ? createTime.plusSeconds(seconds) : Instant.ofEpochSecond(seconds);
    }

    private void checkAge(Instant createTime) throws RefusedPushException {
        Instant now = clock.instant();
        if (!maxAge.isZero() && Duration.between(createTime, now).compareTo(maxAge) > 0) {
            throw new RefusedPushException(Refusal.TOO_OLD);
        }
        if (createTime.isAfter(now.plus(MAX_AHEAD))) {
            throw new RefusedPushException(Refusal.TOO_EARLY);
        }
    }
}
