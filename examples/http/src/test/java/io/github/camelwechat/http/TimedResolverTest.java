package io.github.camelwechat.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;

import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The time of a look-up is bounded, and so is the number of those that hang. */
@Timeout(60)
class TimedResolverTest {

    private final CountDownLatch end = new CountDownLatch(1);
    private final CamelContext context = new DefaultCamelContext();
    private final ExecutorService onlyThread = TimedResolver.threads(context, 1);
    private final DnsResolver names = new DnsResolver() {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            if (host.equals("hangs.example")) {
                awaitEnd();
            }
            if (host.equals("broken.example")) {
                throw new IllegalArgumentException("no name at all");
            }
            if (host.equals("nowhere.example")) {
                throw new UnknownHostException(host);
            }
            return new InetAddress[] { InetAddress.getLoopbackAddress() };
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return "canonical." + host;
        }
    };

    @AfterEach
    void stop() {
        end.countDown();
        context.stop();
    }

    /** As the machine's own look-up, it cannot be interrupted. */
    private void awaitEnd() {
        boolean ended = false;
        while (!ended) {
            try {
                end.await();
                ended = true;
            } catch (InterruptedException e) {
                // goes on
            }
        }
    }

    private TimedResolver within(Duration limit) {
        return new TimedResolver(names, onlyThread, limit);
    }

    @Test
    void findsWhatTheMachineFinds() throws Exception {
        assertThat(within(Duration.ofMinutes(1)).resolve("found.example")).containsExactly(InetAddress.getLoopbackAddress());
        assertThat(within(Duration.ofMinutes(1)).resolveCanonicalHostname("a")).isEqualTo("canonical.a");
    }

    @Test
    void saysOfAFailureWhatItWas() {
        assertThatThrownBy(() -> within(Duration.ofMinutes(1)).resolve("nowhere.example"))
                .isExactlyInstanceOf(UnknownHostException.class);
    }

    @Test
    void saysOfAFaultWhatItWas() {
        assertThatThrownBy(() -> within(Duration.ofMinutes(1)).resolve("broken.example"))
                .hasRootCauseMessage("no name at all");
    }

    @Test
    void waitsNoLongerThanTheLimit() {
        assertThatThrownBy(() -> within(Duration.ofMillis(50)).resolve("hangs.example"))
                .isInstanceOf(SlowLookUpException.class);
    }

    @Test
    void doesNotWaitAtAllWhereAllThreadsHang() {
        assertThatThrownBy(() -> within(Duration.ofMillis(50)).resolve("hangs.example"))
                .isInstanceOf(SlowLookUpException.class);

        assertThatThrownBy(() -> within(Duration.ofHours(1)).resolve("found.example"))
                .isInstanceOf(SlowLookUpException.class);
    }

    @Test
    void endsWhenItsOwnThreadIsToEnd() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> within(Duration.ofHours(1)).resolve("hangs.example"))
                .isInstanceOf(SlowLookUpException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
