package io.github.camelwechat.material.internal.transport;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.internal.call.CallerThread;
import io.github.camelwechat.material.internal.call.WechatInterface;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * A connection in clear is made to private addresses only, whatever a name resolves to. A server on this machine counts
 * its connections: it is one of the addresses of the name wherever another one is public.
 */
class PrivateNetworkTest {

    private static final String COUNTS = "{\"voice_count\":0,\"video_count\":0,\"image_count\":3,\"news_count\":0}";

    private final AtomicInteger connections = new AtomicInteger();
    private ServerSocket listening;
    private HttpEngine engine;
    private volatile String[] addresses;

    @BeforeEach
    void start() throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread server = new Thread(this::serve, "counting-server");
        server.setDaemon(true);
        server.start();
        engine = HttpEngine.start(
                new TransportSettings(null, null, true), Runnable::run, new FileReaders(Runnable::run, System::nanoTime),
                new DnsResolver() {
                    @Override
                    public InetAddress[] resolve(String host) throws UnknownHostException {
                        InetAddress[] found = new InetAddress[addresses.length];
                        for (int i = 0; i < found.length; i++) {
                            found[i] = address(addresses[i]);
                        }
                        return found;
                    }

                    @Override
                    public String resolveCanonicalHostname(String host) {
                        return host;
                    }
                });
    }

    @AfterEach
    void stop() throws IOException {
        engine.close();
        listening.close();
    }

    /** One answer for each connection, so that each request needs a new one. */
    private void serve() {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                connections.incrementAndGet();
                BufferedReader request = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
                while (!request.readLine().isEmpty()) {
                    // the rest of the head
                }
                socket.getOutputStream().write(
                        ("HTTP/1.1 200 OK\r\nConnection: close\r\nx-openapi-seqid: 1\r\nContent-Length: " + COUNTS.length()
                         + "\r\n\r\n" + COUNTS).getBytes(US_ASCII));
            } catch (IOException | RuntimeException e) {
                // the client has gone away, or the test is over
            }
        }
    }

    private int count() throws Exception {
        Duration minute = Duration.ofMinutes(1);
        WechatApi api = new WechatApi(
                engine, URI.create("http://api.example:" + listening.getLocalPort()), minute, minute, List.of(),
                CloudHosting.SIDE_PROCESS);
        return api.send(
                new ApiRequest(WechatInterface.GET_MATERIAL_COUNT, List.of(), null), Authorization.NONE,
                answer -> answer.count("image_count"), CallerThread.NONE, () -> {
                }).toFuture().get(20, TimeUnit.SECONDS);
    }

    private Throwable refusal() {
        return catchThrowable(this::count);
    }

    @Test
    void privateAddressIsConnectedTo() throws Exception {
        addresses = new String[] { "127.0.0.1" };

        assertThat(count()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "127.0.0.1,8.8.8.8", "8.8.8.8,127.0.0.1", "127.0.0.1,2001:4860:4860::8888", "127.0.0.1,100.64.0.1",
            "127.0.0.1,::ffff:8.8.8.8" })
    void oneOfSeveralAddressesThatIsPublicIsEnough(String all) {
        addresses = all.split(",");

        assertThat(refusal()).isInstanceOf(ExecutionException.class).cause().isInstanceOf(NotSentException.class)
                .hasMessageContainingAll("api.example has a public address here", "in clear", "deploy a new version");
        assertThat(connections).hasValue(0);
    }

    @Test
    void addressesAreCheckedForEachConnection() throws Exception {
        addresses = new String[] { "127.0.0.1" };
        count();
        addresses = new String[] { "127.0.0.1", "203.0.113.1" };

        assertThat(refusal()).hasCauseInstanceOf(NotSentException.class);
        assertThat(connections).hasValue(1);

        addresses = new String[] { "127.0.0.1" };
        assertThat(count()).isEqualTo(3);
        assertThat(connections).hasValue(2);
    }

    @Test
    void addressesThatWereCheckedAreThoseThatAreConnectedTo() throws Exception {
        InetAddress[] held = { InetAddress.getByName("10.0.0.1") };
        InetAddress[] checked = new PrivateNetwork(new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) {
                return held;
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        }).resolve("api.example");
        held[0] = InetAddress.getByName("8.8.8.8");

        assertThat(checked).extracting(InetAddress::getHostAddress).containsExactly("10.0.0.1");
    }

    @Test
    void nameWithoutAddressIsLookedUpByNobodyElse() {
        addresses = new String[0];

        assertThatThrownBy(this::count).cause().isInstanceOf(NotSentException.class).hasMessageContaining("cannot be reached");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "127.0.0.1", "127.255.255.255", "10.0.0.0", "10.255.255.255", "169.254.0.1", "169.254.255.255", "172.16.0.0",
            "172.31.255.255", "192.168.0.0", "192.168.255.255", "::1", "fe80::1", "febf::1", "fc00::1", "fdff::1",
            "::ffff:10.0.0.1", "::ffff:169.254.1.1", "::ffff:127.0.0.1" })
    void loopbackLinkLocalAndPrivateAddressesAreInside(String inside) throws Exception {
        assertThat(PrivateNetwork.isInside(address(inside))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "0.0.0.0", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.64.0.1", "100.127.255.255", "126.255.255.255", "128.0.0.0",
            "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0", "198.18.0.1",
            "224.0.0.1", "255.255.255.255", "::", "2001:db8::1", "2002:a00:1::1", "64:ff9b::a00:1", "fbff::1", "fe00::1",
            "fec0::1", "ff02::1", "::127.0.0.1", "::10.0.0.1", "::ffff:8.8.8.8", "::ffff:0:10.0.0.1", "1::ffff:10.0.0.1" })
    void allOtherAddressesArePublic(String outside) throws Exception {
        assertThat(PrivateNetwork.isInside(address(outside))).isFalse();
    }

    /** Java makes an IPv4 address of a mapped one that it reads, but not of one that it is given. */
    private static InetAddress address(String text) throws UnknownHostException {
        String prefix = "::ffff:";
        if (text.startsWith(prefix) && text.indexOf(':', prefix.length()) < 0) {
            byte[] mapped = HexFormat.of().parseHex("00000000000000000000ffff00000000");
            byte[] last = InetAddress.getByName(text.substring(prefix.length())).getAddress();
            System.arraycopy(last, 0, mapped, mapped.length - last.length, last.length);
            return Inet6Address.getByAddress("mapped", Arrays.copyOf(mapped, mapped.length), -1);
        }
        return InetAddress.getByName(text);
    }
}
