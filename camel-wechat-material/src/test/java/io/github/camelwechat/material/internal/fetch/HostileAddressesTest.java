package io.github.camelwechat.material.internal.fetch;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelwechat.material.internal.fetch.FetchException.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** No byte gets to an address that is not public, however it is written and found. */
@Timeout(120)
class HostileAddressesTest {

    private OddHost machine;
    private Fetches fetches;

    @BeforeEach
    void start() throws Exception {
        // on all addresses of this machine
        machine = new OddHost(new ServerSocket(0), (target, out) -> OddHost.ok(out, new byte[] { 1 }));
        fetches = new Fetches(anyHost(machine.port()), HostileAddressesTest::resolve);
    }

    @AfterEach
    void stop() throws Exception {
        fetches.close();
        machine.close();
    }

    /** Any public address, on the machine's port too: so only the check of addresses is in the way. */
    private static FetchSettings anyHost(int port) {
        return FetchSettings.of(FetchHosts.of("*", Set.of(80, 443, port)), Fetches.LONG);
    }

    private static InetAddress[] resolve(String host) throws UnknownHostException {
        return switch (host) {
            case "private.example" -> new InetAddress[] { Fetches.ip("10.0.0.1") };
            case "half-private.example" -> new InetAddress[] { Fetches.ip("8.8.8.8"), Fetches.ip("127.0.0.1") };
            case "public.example" -> new InetAddress[] { Fetches.ip("8.8.8.8") };
            default -> InetAddress.getAllByName(host);
        };
    }

    @Test
    void noHostileAddressIsConnectedTo() throws Exception {
        List<String> open = new ArrayList<>();
        for (String address : HostileLists.addresses(machine.port())) {
            Throwable failure = catchThrowable(() -> fetches.fetch(FetchAddress.of(address)));
            if (!(failure instanceof FetchException refused)
                    || !Set.of(Reason.ADDRESS, Reason.NOT_ALLOWED).contains(refused.reason()) || refused.isRetryable()) {
                open.add(address + ": " + failure);
            }
        }
        assertThat(open).isEmpty();
        assertThat(machine.connections()).isZero();
    }

    @Test
    void eachHostileAddressIsRefusedAfterARedirectToo() throws Exception {
        List<String> open = new ArrayList<>();
        for (String address : HostileLists.addresses(machine.port())) {
            // relative ones are the host's
            if (address.matches("(?s).*(\\r|\\n|\\u0000).*") || !address.contains(":")) {
                continue;
            }
            try (OddHost host = new OddHost((target, out) -> {
                out.write("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: ".getBytes(
                        java.nio.charset.StandardCharsets.UTF_8));
                out.write(address.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                OddHost.write(out, "\r\n\r\n");
            }); Fetches redirected = new Fetches(
                    FetchSettings.of(
                            FetchHosts.of("*,first.example:" + host.port(), Set.of(80, 443, machine.port())), Fetches.LONG),
                    name -> name.equals("first.example")
                            ? new InetAddress[] { Fetches.ip("127.0.0.1") } : resolve(name))) {
                Throwable failure = catchThrowable(
                        () -> redirected.fetch(FetchAddress.of("http://first.example:" + host.port() + "/a/b.png")));
                if (!(failure instanceof FetchException refused) || refused.isRetryable()) {
                    open.add(address + ": " + failure);
                }
            }
        }
        assertThat(open).isEmpty();
        assertThat(machine.connections()).isZero();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/fetch/ip-addresses.csv", numLinesToSkip = 1, ignoreLeadingAndTrailingWhitespace = true)
    void publicAddressesAreThoseOfTheOpenInternet(String ip, boolean isPublic) {
        FetchAddress address = FetchAddress.of("http://" + (ip.contains(":") ? "[" + ip + "]" : ip) + "/");

        assertThat(PublicAddresses.contain(address.literal())).isEqualTo(isPublic);
    }

    @Test
    void nameIsLookedUpOnceAndWhatWasCheckedIsConnectedTo() throws Exception {
        AtomicInteger lookUps = new AtomicInteger();
        // as if 127.0.0.2 were public; whoever asks again hears of 127.0.0.1
        try (ServerSocket onlyFirst = new ServerSocket(machine.port() + 1, 50, Fetches.ip("127.0.0.2"));
             OddHost first = new OddHost(onlyFirst, (target, out) -> OddHost.ok(out, new byte[] { 2 }));
             OddHost second = new OddHost(
                     new ServerSocket(machine.port() + 1, 50, Fetches.ip("127.0.0.1")),
                     (target, out) -> OddHost.ok(out, new byte[] { 1 }));
             Fetches rebound = new Fetches(
                     FetchSettings.of(FetchHosts.of("*", Set.of(machine.port() + 1)), Fetches.LONG),
                     name -> new InetAddress[] { Fetches.ip(lookUps.getAndIncrement() == 0 ? "127.0.0.2" : "127.0.0.1") },
                     ip -> ip.getHostAddress().equals("127.0.0.2"), null)) {
            FetchAddress address = FetchAddress.of("http://rebinds.example:" + (machine.port() + 1) + "/a.png");

            assertThat(catchThrowable(() -> assertThat(Fetches.bytes(rebound.fetch(address))).containsExactly(2))).isNull();
            assertThat(lookUps).hasValue(1);
            assertThat(catchThrowable(() -> rebound.fetch(address))).isInstanceOf(FetchException.class)
                    .hasMessageContaining("not at a public address");
            assertThat(second.connections()).isZero();
            assertThat(first.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://public.example:8080/a.png | only ports 80 and 443 are. Add public.example:8080 to fetchHosts
            http://private.example/a.png | the host is not at a public address. Add private.example:80 to fetchHosts
            http://u:secret@public.example/ | has a user name in it
            """)
    void refusalNamesTheWayOut(String address, String text) {
        try (Fetches any = new Fetches(FetchSettings.defaults(), HostileAddressesTest::resolve)) {
            assertThat(catchThrowable(() -> any.fetch(FetchAddress.of(address)))).isInstanceOf(FetchException.class)
                    .hasMessageContaining(text).hasMessageNotContaining("secret");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            127.0.0.1:PORT | http://127.0.0.1:PORT/ | true
            127.0.0.1:PORT | http://2130706433:PORT/ | true
            private.example | http://private.example:PORT/ | false
            machine.example:PORT | http://machine.example:PORT/ | true
            machine.example | http://machine.example/ | false
            machine.example:PORT | http://x.machine.example:PORT/ | false
            *,machine.example:PORT | http://machine.example.:PORT/ | true
            *,machine.example:PORT | http://127.0.0.1:PORT/ | false
            '' | http://machine.example:PORT/ | false
            """)
    void listedHostMayBePrivateByItsPort(String list, String address, boolean fetched) throws Exception {
        String port = "" + machine.port();
        try (Fetches some = new Fetches(
                Fetches.from(list.replace("PORT", port), Fetches.LONG),
                name -> name.startsWith("machine") ? new InetAddress[] { Fetches.ip("127.0.0.1") } : resolve(name))) {
            Throwable failure = catchThrowable(() -> some.fetch(FetchAddress.of(address.replace("PORT", port))));
            assertThat(failure == null).as("" + failure).isEqualTo(fetched);
            assertThat(machine.connections()).isEqualTo(fetched ? 1 : 0);
        }
    }
}
