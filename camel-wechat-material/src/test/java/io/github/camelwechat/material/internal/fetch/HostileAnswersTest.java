package io.github.camelwechat.material.internal.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import io.github.camelwechat.material.internal.fetch.FetchException.Reason;
import io.github.camelwechat.material.internal.fetch.HostileLists.HostileAnswer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Answers without end, slow, cut, lying or leading elsewhere end the fetch, and leave no connection. */
@Timeout(120)
class HostileAnswersTest {

    private static final Map<String, Reason> REASONS = Map.of(
            "HEAD", Reason.ANSWER, "SIZE", Reason.SIZE, "CUT", Reason.ANSWER, "HTTP", Reason.ANSWER, "TIME", Reason.ABORTED,
            "STATUS", Reason.STATUS, "REDIRECT", Reason.REDIRECT);

    private OddHost other;
    private OddHost host;
    private HostileAnswer answer;
    private Fetches fetches;

    @BeforeEach
    void start() throws Exception {
        other = new OddHost((target, out) -> OddHost.ok(out, new byte[] { 1 }));
        host = new OddHost((target, out) -> answer.write(host, other.port(), out));
        fetches = new Fetches(Fetches.from(host.at(), Fetches.LONG));
    }

    @AfterEach
    void stop() throws Exception {
        fetches.close();
        host.close();
        other.close();
    }

    static List<HostileAnswer> answers() throws IOException {
        return HostileLists.answers();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void fetchEndsByItsReason(HostileAnswer hostile) {
        answer = hostile;
        Duration time = hostile.outcome().equals("TIME") ? Duration.ofSeconds(1) : Fetches.LONG;
        Throwable failure = catchThrowable(() -> Fetches.end(
                fetches.fetcher.fetch(host.address("/round"), FetchHosts.of(host.at()), time)));

        assertThat(failure).isInstanceOf(FetchException.class).hasMessageContaining("127.0.0.1")
                .hasMessageNotContainingAny("\r", "\n", "u:p", "some value");
        FetchException refused = (FetchException) failure;
        assertThat(refused.reason()).as(failure.getMessage()).isEqualTo(REASONS.get(hostile.outcome()));
        assertThat(refused.isRetryable()).isEqualTo(
                List.of("CUT", "TIME").contains(hostile.outcome()) || hostile.name().equals("server-error"));
        assertThat(other.connections()).isZero();
        Awaitility.await().untilAsserted(() -> assertThat(host.open()).isZero());
    }

    @Test
    void compressedAnswerIsTakenAsItIs() throws Throwable {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bomb)) {
            for (int i = 0; i < 100; i++) {
                gzip.write(new byte[1 << 20]);
            }
        }
        try (OddHost compressing = new OddHost((target, out) -> {
            OddHost.write(out, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Type: image/png\r\nContent-Length: "
                               + bomb.size() + "\r\n\r\n");
            bomb.writeTo(out);
        }); Fetches some = new Fetches(Fetches.from(compressing.at(), Fetches.LONG))) {
            assertThat(Fetches.bytes(some.fetch(compressing.address("/bomb.png")))).isEqualTo(bomb.toByteArray());
        }
    }

    @Test
    void someEarlyHintsDoNoHarm() throws Throwable {
        answer = new HostileAnswer(
                "", "HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n".repeat(9),
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na",
                "1", "");
        assertThat(fetches.fetch(host.address("/a.png")).size()).isEqualTo(1);
    }

    @Test
    void redirectsAreFollowedUpToTheLimit() throws Throwable {
        try (OddHost stairs = new OddHost((target, out) -> {
            switch (target) {
                case "/a/3" -> OddHost.redirect(out, "2?x=1");
                case "/a/2?x=1" -> OddHost.redirect(out, "/a\\b\\..\\1");
                case "/a/1" -> OddHost.redirect(out, "//Stairs.Example:81/ü");
                default -> OddHost.ok(out, new byte[] { 1 });
            }
        }); Fetches some = new Fetches(Fetches.from(stairs.at(), Fetches.LONG))) {
            // the third step leaves for a host that is not listed
            assertThat(catchThrowable(() -> some.fetch(stairs.address("/a/3")))).isInstanceOf(FetchException.class)
                    .hasMessageContaining("stairs.example:81: not fetched, it is not in fetchHosts");
            assertThat(stairs.heads()).extracting(head -> head.lines().findFirst().orElseThrow())
                    .containsExactly("GET /a/3 HTTP/1.1", "GET /a/2?x=1 HTTP/1.1", "GET /a/1 HTTP/1.1");
            assertThat(stairs.heads()).noneMatch(head -> head.toLowerCase(java.util.Locale.ROOT).contains("referer"));
        }
    }
}
