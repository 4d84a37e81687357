package io.github.camelwechat.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelwechat.simulator.WechatSimulatorExtension;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The hostile addresses and answers that the component's own fetches are tested by. */
@Timeout(180)
class HostileListsTest {

    private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9a-f]{4})");
    private static final FetchLimits LIMITS
            = new FetchLimits(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(8), 3);
    /** By the kind of failure. */
    private static final Map<String, List<Integer>> STATUSES = Map.of(
            "HEAD", List.of(502), "CUT", List.of(502), "HTTP", List.of(502), "TIME", List.of(504), "STATUS", List.of(422),
            "REDIRECT", List.of(403, 422),
            // bytes that are no picture may be refused before their number is
            "SIZE", List.of(413, 415, 422));

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    private final CountDownLatch end = new CountDownLatch(1);
    private HostileAnswer hostile;
    private OddServer other;
    private OddServer server;

    /** An answer; see the lists' README. */
    record HostileAnswer(String name, String first, String then, String times, String outcome) {

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeEach
    void start() throws Exception {
        other = new OddServer((path, out) -> OddServer.head(out, "HTTP/1.1 200 OK\r\nContent-Length: 0"));
        server = new OddServer((path, out) -> answer(out));
    }

    @AfterEach
    void stop() throws Exception {
        end.countDown();
        server.close();
        other.close();
    }

    private static List<String> lines(String name) throws IOException {
        try (InputStream in = HostileListsTest.class.getResourceAsStream("/fetch/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static String unescaped(String text) {
        return UNICODE.matcher(text)
                .replaceAll(escape -> Matcher.quoteReplacement(
                        Character.toString(Integer.parseInt(escape.group(1), 16))))
                .translateEscapes();
    }

    static List<HostileAnswer> answers() throws IOException {
        return lines("hostile-answers.csv").stream().skip(1).map(line -> line.split(" *\\| *", -1))
                .map(cells -> new HostileAnswer(cells[0], unescaped(cells[1]), unescaped(cells[2]), cells[3], cells[4]))
                .toList();
    }

    private void answer(OutputStream out) throws Exception {
        write(out, hostile.first().replace("OTHER", "" + other.port()));
        byte[] then = hostile.then().repeat(1000).getBytes(StandardCharsets.ISO_8859_1);
        switch (hostile.times()) {
            case "hold" -> end.await();
            case "drip" -> {
                while (!end.await(100, TimeUnit.MILLISECONDS)) {
                    write(out, hostile.then());
                }
            }
            case "endless" -> {
                while (true) {
                    out.write(then);
                }
            }
            default -> {
                int times = Integer.parseInt(hostile.times());
                for (int i = times / 1000; i > 0; i--) {
                    out.write(then);
                }
                write(out, hostile.then().repeat(times % 1000));
            }
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void answerIsNoPicture(HostileAnswer answer) throws Exception {
        hostile = answer;
        try (Application application = new Application(wechat.url(), "127.0.0.1:" + server.port(), new Names(), LIMITS)) {
            HttpResponse<String> told = application.fetch("http://127.0.0.1:" + server.port() + "/round");

            assertThat(told.statusCode()).as(told.body()).isIn(STATUSES.get(answer.outcome()));
        }
        assertThat(other.requests()).isEmpty();
        assertThat(wechat.library(WechatSimulatorExtension.APP_ID).materials()).isEmpty();
    }

    @Test
    void noHostileAddressIsConnectedTo() throws Exception {
        List<String> open = new ArrayList<>();
        String port = "" + other.port();
        try (Application application = new Application(wechat.url(), "public.example:" + port, new Names(), LIMITS)) {
            for (String line : lines("hostile-addresses.txt")) {
                String address = unescaped(line).replace("PORT", port);
                int status = application.fetch(address).statusCode();
                if (status != 400 && status != 403) {
                    open.add(address + ": " + status);
                }
            }
        }
        assertThat(open).isEmpty();
        assertThat(other.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/fetch/ip-addresses.csv", numLinesToSkip = 1, ignoreLeadingAndTrailingWhitespace = true)
    void publicAddressesAreThoseOfTheOpenInternet(String ip, boolean isPublic) throws Exception {
        assertThat(PublicAddresses.contain(InetAddress.getByName(ip))).isEqualTo(isPublic);
    }

    /** Knows hosts on this machine only. */
    private static final class Names implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return new InetAddress[] { InetAddress.getByAddress(host, new byte[] { 127, 0, 0, 1 }) };
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
