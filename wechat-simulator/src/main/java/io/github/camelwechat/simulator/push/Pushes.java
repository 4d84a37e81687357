package io.github.camelwechat.simulator.push;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

import io.github.camelwechat.simulator.rule.PlatformSwitches;
import org.jspecify.annotations.Nullable;

/**
 * The pushes of one third-party platform: the newest {@value #CAPACITY}. They do not wait for each other. Each one is
 * encrypted anew for each attempt, and repeated at once where it is not answered with {@code success}. Thread-safe.
 */
public final class Pushes {

    /** The kind of a push that checks the callback URL: it is no event. */
    public static final String URL_CHECK = "url_check";

    private static final int CAPACITY = 10_000;
    private static final int SHOWN_OF_ANSWER = 500;
    private static final int NONCE_BOUND = 1_000_000_000;

    private final HttpClient http;
    private final Clock clock;
    private final PlatformSwitches switches;
    private final Supplier<Target> target;
    private final SecureRandom random = new SecureRandom();
    private final Deque<Push> newest = new ArrayDeque<>();
    private long last;

    /**
     * No pushes yet. Internal: not API.
     *
     * @param http     sends
     * @param clock    gives the timestamps
     * @param switches say how the events are written and how often they are tried
     * @param target   the receiver, as it is when an attempt begins
     */
    public Pushes(HttpClient http, Clock clock, PlatformSwitches switches, Supplier<Target> target) {
        this.http = http;
        this.clock = clock;
        this.switches = switches;
        this.target = target;
    }

    /** {@return all that are remembered, in the order in which they began} */
    public synchronized List<Push> all() {
        return List.copyOf(newest);
    }

    /**
     * {@return the push with that number}
     *
     * @param number from 1; an unknown one is refused with an {@link IllegalArgumentException}
     */
    public synchronized Push of(long number) {
        return newest.stream().filter(push -> push.number() == number).findFirst().orElseThrow(
                () -> new IllegalArgumentException("No push " + number + "; the last one was " + last));
    }

    /**
     * Sends the event of an earlier push again, as WeChat does by mistake: with the same {@code CreateTime}, newly
     * encrypted.
     *
     * @param  number of the earlier push
     * @return        the new push
     */
    public Push repeat(long number) {
        return send(of(number).event());
    }

    /**
     * Checks the callback URL as WeChat's console does when it is saved: by GET, and the answer has to be
     * {@code echostr}. It is tried once.
     *
     * @return the push, which does not wait for the answer
     */
    public Push checkUrl() {
        return begin(new Event(URL_CHECK, clock.instant(), Map.of()), 1);
    }

    /**
     * Sends an event of any kind, also one that is older, newer or of another kind than WeChat would send now. It
     * changes nothing here: its ticket or code is not valid because of it.
     *
     * @param  event the event
     * @return       the push, which does not wait for the answer
     */
    public Push send(Event event) {
        return begin(event, event.infoType().equals(URL_CHECK) ? 1 : switches.pushAttempts());
    }

    private Push begin(Event event, int attempts) {
        String url = target.get().url();
        Push push = begun(event, url);
        if (url == null) {
            push.attempted(new Attempt(clock.instant(), 0, "", "the platform has no callback URL"));
            push.end(Push.State.FAILED);
        } else {
            attempt(push, url, attempts);
        }
        return push;
    }

    /** Forgets the pushes. */
    public synchronized void clear() {
        newest.clear();
    }

    private synchronized Push begun(Event event, @Nullable String url) {
        Push push = new Push(++last, event, url);
        newest.addLast(push);
        if (newest.size() > CAPACITY) {
            newest.removeFirst();
        }
        return push;
    }

    private void attempt(Push push, String url, int left) {
        Instant now = clock.instant();
        Sealed sealed = seal(push.event(), now);
        push.sent(sealed);
        http.sendAsync(request(url, sealed), HttpResponse.BodyHandlers.ofByteArray()).whenComplete((answer, failure) -> {
            Attempt attempt = answer == null
                    ? new Attempt(now, 0, "", reason(failure))
                    : new Attempt(now, answer.statusCode(), text(answer.body()), null);
            push.attempted(attempt);
            if (attempt.hasAnswer(sealed.expected())) {
                push.end(Push.State.DELIVERED);
            } else if (left > 1) {
                attempt(push, url, left - 1);
            } else {
                push.end(Push.State.FAILED);
            }
        });
    }

    private Sealed seal(Event event, Instant now) {
        Target to = target.get();
        String nonce = String.valueOf(random.nextInt(NONCE_BOUND));
        if (event.infoType().equals(URL_CHECK)) {
            return Sealed.echo(to, String.valueOf(random.nextLong() >>> 1), now.getEpochSecond(), nonce);
        }
        byte[] salt = new byte[Envelope.RANDOM_BYTES];
        random.nextBytes(salt);
        return Sealed.of(to, event.xml(to.appId(), switches.plainPushes()), now.getEpochSecond(), nonce, salt);
    }

    private HttpRequest request(String url, Sealed sealed) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + (url.contains("?") ? "&" : "?") + sealed.query()))
                .timeout(switches.pushTimeout());
        String body = sealed.body();
        return body == null
                ? request.GET().build()
                : request.header("Content-Type", "text/xml").POST(HttpRequest.BodyPublishers.ofString(body)).build();
    }

    private static String text(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return text.length() <= SHOWN_OF_ANSWER ? text : text.substring(0, SHOWN_OF_ANSWER);
    }

    private static String reason(Throwable failure) {
        return String.valueOf(failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause() : failure);
    }
}
