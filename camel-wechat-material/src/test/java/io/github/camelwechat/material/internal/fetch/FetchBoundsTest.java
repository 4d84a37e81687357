package io.github.camelwechat.material.internal.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.fetch.FetchException.Reason;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Bounds of fetches at once, aborted fetches, and the end of the fetcher. */
@Timeout(120)
class FetchBoundsTest {

    private static final byte[] LARGE = new byte[1 << 20];

    private final Semaphore answers = new Semaphore(0);
    private final CountDownLatch lookUpEnds = new CountDownLatch(1);
    private OddHost host;
    private Fetches fetches;

    @BeforeEach
    void start() throws Exception {
        host = new OddHost(this::reply);
        fetches = new Fetches(settings(16, 6), this::resolve);
    }

    @AfterEach
    void stop() throws Exception {
        lookUpEnds.countDown();
        answers.release(1000);
        fetches.close();
        host.close();
    }

    private FetchSettings settings(int all, int perHost) {
        StringBuilder hosts = new StringBuilder(host.at() + ",hangs.example:" + host.port());
        for (int i = 0; i < 20; i++) {
            hosts.append(",host").append(i).append(".example:").append(host.port());
        }
        return new FetchSettings(FetchHosts.of(hosts.toString()), Fetches.LONG, 20 << 20, 3, all, perHost);
    }

    private InetAddress[] resolve(String name) throws java.net.UnknownHostException {
        if (name.equals("hangs.example")) {
            boolean ended = false;
            while (!ended) {
                try {
                    lookUpEnds.await();
                    ended = true;
                } catch (InterruptedException e) {
                    // as the machine's own look-up, it cannot be interrupted
                }
            }
        }
        return new InetAddress[] { Fetches.ip("127.0.0.1") };
    }

    private void reply(String target, OutputStream out) throws Exception {
        switch (target) {
            case "/held" -> {
                answers.acquire();
                OddHost.ok(out, new byte[] { 1 });
            }
            case "/to-host0" -> OddHost.redirect(out, "http://host0.example:" + host.port() + "/held");
            case "/large-then-silent" -> {
                OddHost.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 2000000\r\n\r\n");
                out.write(LARGE);
                host.hold(out);
            }
            default -> OddHost.ok(out, new byte[] { 1 });
        }
    }

    private FetchAddress at(String name, String target) {
        return FetchAddress.of("http://" + name + ".example:" + host.port() + target);
    }

    private List<Call<Fetched>> begin(int number, FetchAddress address) {
        List<Call<Fetched>> begun = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            begun.add(fetches.begin(address));
        }
        return begun;
    }

    private void awaitConnections(int number) {
        Awaitility.await().untilAsserted(() -> assertThat(host.heads()).hasSize(number));
    }

    private static void ended(List<Call<Fetched>> calls) throws Throwable {
        for (Call<Fetched> call : calls) {
            Fetches.end(call).close();
        }
    }

    @Test
    void hostAtItsBoundHoldsUpNoOtherHost() throws Throwable {
        List<Call<Fetched>> held = begin(10, at("host0", "/held"));
        awaitConnections(6);

        Fetches.end(fetches.begin(at("host1", "/a.png"))).close();

        assertThat(host.heads()).hasSize(7);
        answers.release(10);
        ended(held);
        assertThat(host.mostOpen()).isBetween(6, 7);
    }

    @Test
    void allHostsShareABound() throws Throwable {
        try (Fetches few = new Fetches(settings(4, 3), this::resolve)) {
            List<Call<Fetched>> held = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                held.add(few.begin(at("host" + i % 4, "/held")));
            }
            awaitConnections(4);
            answers.release(12);
            ended(held);
            assertThat(host.mostOpen()).isEqualTo(4);
        }
    }

    @Test
    void redirectsFromManyHostsKeepTheBoundOfTheHostThatTheyLeadTo() throws Throwable {
        List<Call<Fetched>> redirected = new ArrayList<>();
        for (int i = 1; i < 20; i++) {
            redirected.add(fetches.begin(at("host" + i, "/to-host0")));
        }
        awaitConnections(19 + 6);
        // those that wait for host0 hold no slot: other hosts go on
        Fetches.end(fetches.begin(at("host1", "/a.png"))).close();
        assertThat(host.heads()).hasSize(19 + 6 + 1);
        answers.release(19);
        ended(redirected);
    }

    @Test
    void abortedWaiterLeavesItsTurnToTheNext() throws Throwable {
        List<Call<Fetched>> held = begin(6, at("host0", "/held"));
        awaitConnections(6);
        List<Call<Fetched>> waiting = begin(2, at("host0", "/held"));

        waiting.get(0).abort("a test ends it");

        assertThat(catchThrowable(() -> Fetches.end(waiting.get(0)))).isInstanceOf(FetchException.class)
                .hasMessage("host0.example: not fetched, a test ends it");
        answers.release(7);
        ended(held);
        ended(waiting.subList(1, 2));
        assertThat(host.heads()).hasSize(7);
    }

    @Test
    void abortedStreamGivesUpItsFileItsConnectionAndItsSlot() throws Throwable {
        for (int i = 0; i < 13; i++) {
            int begun = i + 1;
            Call<Fetched> call = fetches.begin(at("host0", "/large-then-silent"));
            awaitConnections(begun);
            call.abort("a test ends it");
            assertThat(catchThrowable(() -> Fetches.end(call))).isInstanceOf(FetchException.class);
        }
        Awaitility.await().untilAsserted(() -> assertThat(host.open()).isZero());
        Awaitility.await().untilAsserted(() -> assertThat(openSpoolFiles()).isZero());
    }

    /** Of this process, without a name already. */
    private static long openSpoolFiles() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) {
            return 0;
        }
        try (Stream<Path> open = Files.list(descriptors)) {
            return open.filter(descriptor -> {
                try {
                    return Files.readSymbolicLink(descriptor).toString().matches(".*wechat-material.*\\(deleted\\)");
                } catch (IOException e) {
                    return false;
                }
            }).count();
        }
    }

    @Test
    void hangingLookUpHoldsUpNoOtherName() throws Throwable {
        FetchHosts hosts = settings(64, 6).hosts();
        for (int i = 0; i < 20; i++) {
            Call<Fetched> hanging = fetches.fetcher.fetch(at("hangs", "/a.png"), hosts, Duration.ofMillis(50));
            assertThat(catchThrowable(() -> Fetches.end(hanging))).isInstanceOf(FetchException.class)
                    .hasMessageContaining("no answer came within 50 ms (fetchTimeout); its name is still being looked up");
        }
        Fetches.end(fetches.begin(at("host0", "/a.png"))).close();

        lookUpEnds.countDown();
        Awaitility.await().untilAsserted(() -> assertThat(catchThrowable(() -> Fetches.end(
                fetches.fetcher.fetch(at("hangs", "/a.png"), hosts, Duration.ofSeconds(5))).close())).isNull());
    }

    @Test
    void closeEndsAllFetchesUnderWay() throws Throwable {
        List<Call<Fetched>> all = new ArrayList<>(begin(10, at("host0", "/held")));
        all.addAll(begin(2, at("hangs", "/a.png")));
        all.addAll(begin(2, at("host1", "/large-then-silent")));
        awaitConnections(8);

        fetches.fetcher.close();

        for (Call<Fetched> call : all) {
            assertThat(catchThrowable(() -> Fetches.end(call))).isInstanceOf(FetchException.class)
                    .hasMessageContaining("the component is stopped");
        }
        assertThat(catchThrowable(() -> fetches.fetch(at("host0", "/a.png")))).isInstanceOf(FetchException.class)
                .hasMessageContaining("the component is stopped");
        answers.release(20);
        Awaitility.await().untilAsserted(() -> assertThat(host.open()).isZero());
    }

    @Test
    void abortedHandshakeLeavesNoConnection() throws Throwable {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Call<Fetched> call = fetches.fetcher.fetch(
                    FetchAddress.of("https://127.0.0.1:" + silent.getLocalPort() + "/a.png"),
                    FetchHosts.of("127.0.0.1:" + silent.getLocalPort()), Fetches.LONG);
            try (Socket accepted = silent.accept()) {
                assertThat(accepted.getInputStream().read()).isPositive();
                call.abort("a test ends it");
                assertThat(catchThrowable(() -> Fetches.end(call))).isInstanceOf(FetchException.class);
                accepted.setSoTimeout(20_000);
                byte[] rest = accepted.getInputStream().readAllBytes();
                assertThat(rest.length).isLessThan(4096);
            }
        }
    }

    @Test
    void closedPortIsARetryableFailure() throws Exception {
        int port = host.port();
        host.close();
        Throwable failure = catchThrowable(() -> fetches.fetch(FetchAddress.of("http://127.0.0.1:" + port + "/a.png")));

        assertThat(failure).isInstanceOf(FetchException.class).hasMessageContaining("127.0.0.1:" + port + ": not fetched");
        assertThat(((FetchException) failure).reason()).isEqualTo(Reason.CONNECTION);
        assertThat(((FetchException) failure).isRetryable()).isTrue();
    }
}
