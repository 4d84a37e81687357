package io.github.camelwechat.material.internal.session;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;

import io.github.camelwechat.material.internal.media.MediaPreparer;
import io.github.camelwechat.material.internal.media.SpoolFolder;
import io.github.camelwechat.material.internal.token.Credentials;
import io.github.camelwechat.material.internal.transport.FileReaders;
import io.github.camelwechat.material.internal.transport.ProxySettings;
import io.github.camelwechat.material.internal.transport.TransportSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Accounts come and go; their connections go with them. */
class RetiredEngineTest {

    private static final String IO = "WechatMaterialIO";
    /** More than are kept unused. */
    private static final int ACCOUNTS = 110;
    private static final int KEPT = 100;
    private static final Duration SECOND = Duration.ofSeconds(1);
    /** Two for I/O, and one that makes connections. */
    private static final int PER_ENGINE = 3;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final HttpEngines engines = new HttpEngines(
            Runnable::run, new FileReaders(Runnable::run, System::nanoTime), timer);
    private final SpoolFolder spoolFolder = new SpoolFolder();
    private final AccountSessions accounts = new AccountSessions(
            new SessionParts(
                    null, engines, new MediaPreparer(spoolFolder, new FileReaders(Runnable::run, System::nanoTime)),
                    spoolFolder,
                    timer, Clock.systemUTC(), List.of(), Runnable::run),
            new SessionListener() {
                @Override
                public void opened(String name, AccountSession session) {
                    // not looked at
                }

                @Override
                public void closed(String name, AccountSession session) {
                    // not looked at
                }
            });

    @AfterEach
    void close() {
        accounts.closeAll();
        engines.closeAll();
        timer.shutdownNow();
    }

    private static AccountSettings account(int proxyPort, Duration connectTimeout) {
        Duration brief = Duration.ofMillis(1);
        return new AccountSettings(
                new Credentials.FixedToken(null, "a-token"), URI.create("http://127.0.0.1:1"), 1,
                new TransportSettings(new ProxySettings("127.0.0.1", proxyPort, null), null), connectTimeout, brief, brief);
    }

    private static Set<Thread> ioThreads() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().startsWith(IO))
                .collect(Collectors.toSet());
    }

    /** Those of other tests may still be ending. */
    private static Set<Thread> ioThreadsBut(Set<Thread> before) {
        Set<Thread> now = ioThreads();
        now.removeAll(before);
        return now;
    }

    @Test
    void anEngineThatNoAccountUsesIsClosed() {
        Set<Thread> before = ioThreads();
        AccountSession used = accounts.open(account(1, SECOND), "name");

        for (int i = 2; i <= ACCOUNTS; i++) {
            accounts.close(accounts.open(account(i, SECOND), "name"), "name");
        }

        await().untilAsserted(() -> assertThat(ioThreadsBut(before)).hasSize((1 + KEPT) * PER_ENGINE));
        assertThat(accounts.open(account(1, SECOND), "name")).as("the one in use").isSameAs(used);
    }

    @Test
    void accountsThatDifferInTimeoutsShareAnEngine() {
        Set<Thread> before = ioThreads();

        for (int millis = 1; millis <= 300; millis++) {
            accounts.open(account(1, Duration.ofMillis(millis)), "name");
        }

        await().untilAsserted(() -> assertThat(ioThreadsBut(before)).hasSize(PER_ENGINE));
    }
}
