package io.github.camelwechat.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.camelwechat.simulator.WechatSimulatorExtension;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Clients that send requests without end, slowly, or none at all. Each is answered or cut off, and leaves nothing. */
@Timeout(60)
class SlowClientTest {

    private static final String ADD_MATERIAL = "/cgi-bin/material/add_material";
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(500);

    private static final String FORM = """
            POST /materials HTTP/1.1
            Host: test
            Content-Type: multipart/form-data; boundary=x
            """;
    private static final String FILE = """
            --x
            Content-Disposition: form-data; name="media"; filename="a.png"

            picture
            """;

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Application application;

    @BeforeEach
    void start() throws Exception {
        application = new Application(wechat.url(), new ServerLimits(SHORT, LONG, SHORT, LONG));
    }

    @AfterEach
    void stop() throws Exception {
        end.countDown();
        Awaitility.await().untilAsserted(() -> assertThat(application.uploads()).isZero());
        application.close();
        threads.shutdownNow();
    }

    static Stream<Arguments> cutForms() {
        String file = lines(FILE);
        return Stream.of(
                arguments("no closing boundary", whole(file), "400", "boundary that closes it is missing"),
                arguments("no end of a file", whole(file.substring(0, file.length() - 2)), "400", "boundary that closes it"),
                arguments("no closing boundary, chunked", chunked(file) + "0\r\n\r\n", "400", "boundary that closes it"),
                arguments("a file that stalls", declared(5000, file), "408",
                        "came for 0.5 s: " + file.length() + " bytes came of 5000"),
                arguments("a chunk that stalls", chunked(file), "408", "came for 0.5 s: " + file.length() + " bytes came."),
                arguments("nothing after 100 Continue", lines(FORM + "Content-Length: 9\nExpect: 100-continue\n\n"), "408",
                        "0 bytes came of 9"),
                arguments("an address that stalls", lines("""
                        POST /materials/from-url HTTP/1.1
                        Host: test
                        Content-Type: application/json
                        Content-Length: 50

                        {"""), "408", "1 bytes came of 50"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cutForms")
    void requestThatDoesNotArriveIsAnswered(String name, String request, String status, String error) throws Exception {
        try (Socket socket = connected(request)) {
            assertThat(answer(socket)).containsPattern("HTTP/1.1 " + status + " ").contains(error, "connection: close");
        }
        assertThat(wechat.journal().entries(ADD_MATERIAL)).isEmpty();
    }

    @Test
    void requestThatDripsIsAnswered() throws Exception {
        try (Application hasty = new Application(wechat.url(), new ServerLimits(SHORT, LONG, LONG, Duration.ofSeconds(1)));
             Socket socket = connected(hasty, declared(5000, lines(FILE)))) {
            threads.execute(() -> drip(socket));
            assertThat(answer(socket)).contains("408 Request Timeout", "The request took more than 1 s");
            Awaitility.await().untilAsserted(() -> assertThat(hasty.uploads()).isZero());
        }
    }

    @Test
    void requestThatBreaksOffLeavesNothing() throws Exception {
        try (Application patient = new Application(wechat.url(), new ServerLimits(LONG, LONG, LONG, LONG))) {
            try (Socket socket = connected(patient, declared(5000, lines(FILE)))) {
                Awaitility.await().untilAsserted(() -> assertThat(patient.uploads()).isOne());
                socket.setSoLinger(true, 0);
            }
            Awaitility.await().untilAsserted(() -> assertThat(patient.uploads()).isZero());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "POST /materials HTTP/1.1\r\nHost: test\r\n", "\r\n" })
    void connectionWithoutRequestIsClosed(String begun) throws Exception {
        try (Socket socket = connected(begun)) {
            assertThat(answer(socket)).isEmpty();
        }
    }

    @Test
    void connectionWhoseHeadDripsIsClosed() throws Exception {
        try (Socket socket = connected("POST /materials HTTP/1.1\r\nX-Header: ")) {
            threads.execute(() -> drip(socket));
            assertThat(answer(socket)).isEmpty();
        }
    }

    @Test
    void keptConnectionWithoutFurtherRequestIsClosed() throws Exception {
        try (Application hasty = new Application(wechat.url(), new ServerLimits(LONG, SHORT, LONG, LONG));
             Socket socket = connected(hasty, whole(lines("--x--\n")))) {
            assertThat(answer(socket)).contains("400 Bad Request", "The form has no file");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "POST /none HTTP/1.1", "PUT /materials HTTP/1.1", "POST /materials HTTP/1.1\nContent-Type: text/plain" })
    void connectionIsClosedAfterAnEarlyAnswer(String head) throws Exception {
        try (Socket socket = connected(lines(head + "\nHost: test\nContent-Length: 1000\n\na"))) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 4").contains("\"error\"");
        }
    }

    @Test
    void fileAfterAnEarlyAnswerIsNotKept() throws Exception {
        try (Application patient = new Application(wechat.url(), new ServerLimits(LONG, LONG, SHORT, LONG));
             Socket socket = connected(patient, declared(5000, lines(FILE)))) {
            InputStream in = socket.getInputStream();
            assertThat(upTo("HTTP/1.1 408", in)).isEqualTo("HTTP/1.1 408");
            send(socket, lines(FILE + FILE));
            send(socket, "a".repeat(5000 - 3 * lines(FILE).length()) + "GET /none HTTP/1.1\r\nHost: test\r\n\r\n");
            // the second answer comes after all of the first request
            assertThat(upTo("404 Not Found", in)).contains("No more of the request came");
            // this file is written after those, if they are
            assertThat(new Form().file("media", "a.png", Media.sample("camel.png")).send(patient).statusCode()).isEqualTo(201);
            Awaitility.await().untilAsserted(() -> assertThat(patient.uploads()).isZero());
        }
    }

    static Stream<Arguments> endless() {
        return Stream.of(
                arguments("request line", "POST /", "a", "414"),
                arguments("header line", "POST /materials HTTP/1.1\r\nX-Header: ", "a", "431"),
                arguments("header lines", "POST /materials HTTP/1.1\r\n", "X-Header: a\r\n", "431"),
                arguments("empty lines", "", "\r\n", "414"),
                arguments("chunk extension", chunked("") + "1;", "a", ""),
                arguments("trailers", chunked(lines(FILE + "--x--\n")) + "0\r\n", "X-Header: a\r\n", ""),
                arguments("preamble", chunked(""), chunk("a".repeat(1000)), "400"),
                arguments("head of a part", chunked("--x\r\n"), chunk("X-Header: a\r\n".repeat(100)), "400"),
                arguments("field", chunked("--x\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\n"),
                        chunk("a".repeat(1000)), "400"),
                arguments("fields", chunked(""), chunk("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n"),
                        "400"),
                arguments("files", chunked(""), chunk(lines(FILE)), "400"),
                arguments("file", chunked(lines(FILE)), chunk("a".repeat(100_000)), "413"),
                arguments("body for nobody", lines("POST /none HTTP/1.1\nHost: test\nTransfer-Encoding: chunked\n\n"),
                        chunk("a".repeat(1000)), "404"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endless")
    void requestWithoutEndIsCutOff(String name, String begun, String then, String status) throws Exception {
        try (Socket socket = connected(begun)) {
            CompletableFuture<Void> cut = CompletableFuture.runAsync(() -> repeat(socket, then.repeat(100)), threads);
            assertThat(answer(socket)).containsPattern(status.isEmpty() ? "^$" : "^HTTP/1.[01] " + status + " ");
            assertThat(cut).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    @RepeatedTest(4)
    void formsThatAreRefusedWhileFilesAreBeingClosedAreAnswered() throws Exception {
        List<Socket> sockets = new ArrayList<>();
        try (Application patient = new Application(wechat.url(), new ServerLimits(LONG, LONG, LONG, LONG))) {
            for (int i = 0; i < 30; i++) {
                sockets.add(connected(patient, chunked("")));
            }
            // more files than a form may have
            sockets.forEach(socket -> threads.execute(() -> send(socket, chunk(lines(FILE)).repeat(1000))));
            for (Socket socket : sockets) {
                assertThat(upTo("HTTP/1.1 400", socket.getInputStream())).isEqualTo("HTTP/1.1 400");
            }
            for (Socket socket : sockets) {
                socket.close();
            }
            Awaitility.await().untilAsserted(() -> assertThat(patient.uploads()).isZero());
        }
    }

    @Test
    void furtherRequestsAreNotReadBeforeTheAnswer() throws Exception {
        String picture = new String(Media.sample("camel.png"), StandardCharsets.ISO_8859_1);
        String further = lines("GET /none HTTP/1.1\nHost: test\nX-Header: " + "a".repeat(8000) + "\n\n");
        try (Socket socket = connected(application, "")) {
            CompletableFuture<Void> sent;
            try (var gate = wechat.faults().hold(ADD_MATERIAL)) {
                send(socket, whole(lines(FILE).replace("picture", picture) + "--x--\r\n"));
                gate.awaitHeld(1, Duration.ofSeconds(10));
                // 40 MB are more than the sockets hold
                sent = CompletableFuture.runAsync(() -> send(socket, further.repeat(5000)), threads);
                assertThat(sent).failsWithin(Duration.ofSeconds(1)).withThrowableOfType(TimeoutException.class);
            }
            assertThat(upTo("404 Not Found", socket.getInputStream())).contains("201 Created");
        }
    }

    @Test
    void stalledFormsLeaveTheServerToOthers() throws Exception {
        try (Application busy = new Application(wechat.url(), new ServerLimits(LONG, LONG, Duration.ofSeconds(3), LONG))) {
            List<Socket> stalled
                    = IntStream.range(0, 200).mapToObj(i -> connected(busy, declared(5000, lines(FILE)))).toList();
            try {
                Awaitility.await().untilAsserted(() -> assertThat(busy.uploads()).isEqualTo(stalled.size()));
                Form form = new Form().file("media", "a.png", Media.sample("camel.png"));
                assertThat(form.send(busy).statusCode()).isEqualTo(201);
                for (Socket socket : stalled) {
                    assertThat(upTo("HTTP/1.1 408", socket.getInputStream())).isEqualTo("HTTP/1.1 408");
                }
                Awaitility.await().untilAsserted(() -> assertThat(busy.uploads()).isZero());
            } finally {
                for (Socket socket : stalled) {
                    socket.close();
                }
            }
        }
    }

    private static String lines(String text) {
        return text.replace("\n", "\r\n");
    }

    private static String whole(String body) {
        return declared(body.length(), body);
    }

    private static String declared(int length, String body) {
        return lines(FORM + "Content-Length: " + length + "\n\n") + body;
    }

    /** A form whose body begins with a chunk. */
    private static String chunked(String first) {
        return lines(FORM + "Transfer-Encoding: chunked\n\n") + (first.isEmpty() ? "" : chunk(first));
    }

    private static String chunk(String content) {
        return Integer.toHexString(content.length()) + "\r\n" + content + "\r\n";
    }

    private Socket connected(String begun) {
        return connected(application, begun);
    }

    private static Socket connected(Application to, String begun) {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(to.url()).getPort());
            // a thread that reads from a socket cannot be interrupted
            socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
            send(socket, begun);
            return socket;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void send(Socket socket, String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void drip(Socket socket) {
        try {
            while (!end.await(50, TimeUnit.MILLISECONDS)) {
                socket.getOutputStream().write('a');
            }
        } catch (IOException | InterruptedException e) {
            // cut off
        }
    }

    /** Sends a text until the connection ends. */
    private static void repeat(Socket socket, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        try {
            OutputStream out = socket.getOutputStream();
            while (true) {
                out.write(bytes);
            }
        } catch (IOException e) {
            // cut off
        }
    }

    /** {@return all that comes until the connection ends} */
    private static String answer(Socket socket) throws IOException {
        return upTo("\0", socket.getInputStream());
    }

    /** {@return what comes up to a text, with that, or until the connection ends} */
    private static String upTo(String end, InputStream in) {
        StringBuilder text = new StringBuilder();
        try {
            for (int next = in.read(); next >= 0; next = in.read()) {
                text.append((char) next);
                if (text.indexOf(end, text.length() - end.length()) >= 0) {
                    break;
                }
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("Neither an answer nor an end after: " + text, e);
        } catch (IOException e) {
            // reset: what was read before counts
        }
        return text.toString();
    }
}
