package io.github.camelwechat.material.internal.session;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.github.camelwechat.material.internal.inflight.InflightExchanges;
import io.github.camelwechat.material.internal.platform.PlatformIdentity;
import io.github.camelwechat.material.internal.store.Store;
import io.github.camelwechat.material.internal.store.Stores;
import io.github.camelwechat.material.internal.transport.ProxySettings;
import io.github.camelwechat.material.internal.transport.TransportSettings;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Platforms are opened when they are needed and closed with their component: their stores and threads go then. */
@Timeout(60)
class PlatformSessionsTest {

    private static final String ENGINE = "WechatMaterialIO";
    /** The common pool has a single one on a machine with two cores. */
    private static final Executor OWN_THREAD = task -> new Thread(task).start();

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final List<ComponentRuntime> runtimes = new ArrayList<>();
    private final Set<Thread> before = threads("WechatMaterial");
    private volatile CountDownLatch heldUp = new CountDownLatch(0);
    @TempDir
    private Path folder;

    @AfterEach
    void stop() throws IOException {
        heldUp.countDown();
        runtimes.forEach(runtime -> runtime.stop(true));
        camel.close();
    }

    private ComponentRuntime runtime() {
        ComponentRuntime runtime = new ComponentRuntime(
                camel.getExecutorServiceManager(), this,
                workers -> new InflightExchanges<>(workers, (outcome, exchange) -> {
                }), new Listener(), List.of());
        runtimes.add(runtime);
        return runtime;
    }

    /** Is held up by the opening of a platform. */
    private final class Listener implements SessionListener {
        @Override
        public void opened(String name, AccountSession session) {
            // no account is opened
        }

        @Override
        public void opened(PlatformSession session) {
            try {
                heldUp.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void closed(String name, AccountSession session) {
            // no account is opened
        }
    }

    private PlatformSettings platform(String appId, TransportSettings transport) {
        Duration brief = Duration.ofMillis(1);
        return new PlatformSettings(
                new PlatformIdentity(appId, "secret", "token", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFA"),
                URI.create("http://127.0.0.1:1"), 4, transport, brief, brief, brief, store(appId), Duration.ZERO);
    }

    private PlatformSettings platform(String appId) {
        return platform(appId, TransportSettings.direct());
    }

    private String store(String appId) {
        return "file:" + folder.resolve(appId);
    }

    private static Set<Thread> threads(String name) {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().contains(name))
                .collect(Collectors.toSet());
    }

    private Set<Thread> threadsSinceStart(String name) {
        Set<Thread> now = threads(name);
        now.removeAll(before);
        return now;
    }

    private void assertUnused(String appId) {
        try (Store store = Stores.open(store(appId))) {
            assertThat(store.list("")).isNotNull();
        }
    }

    @Test
    void stopReleasesStoreAndThreads() {
        ComponentRuntime runtime = runtime();
        PlatformSession session = runtime.platform(platform("wxplatform"));
        assertThat(runtime.platform(platform("wxplatform"))).isSameAs(session);

        runtime.stop(false);

        assertUnused("wxplatform");
        await().until(() -> threadsSinceStart("WechatMaterial").isEmpty());
    }

    @Test
    void secondComponentIsToldThatTheStoreIsInUse() {
        runtime().platform(platform("wxplatform"));

        assertThatThrownBy(() -> runtime().platform(platform("wxplatform"))).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("in use").hasMessageContaining(folder.toString());
    }

    @Test
    void platformWithOtherSettingsIsToldThatTheStoreIsInUse() {
        ComponentRuntime runtime = runtime();
        runtime.platform(platform("wxplatform"));

        assertThatThrownBy(() -> runtime.platform(
                platform("wxplatform", new TransportSettings(new ProxySettings("127.0.0.1", 1, null), null))))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("in use");
    }

    @Test
    void openingThatFailedIsTriedAgain() {
        ComponentRuntime runtime = runtime();
        try (Store used = Stores.open(store("wxplatform"))) {
            assertThatThrownBy(() -> runtime.platform(platform("wxplatform"))).hasMessageContaining("in use");
            assertThat(used.list("")).isEmpty();
        }

        assertThat(runtime.platform(platform("wxplatform"))).isNotNull();
        assertThat(threadsSinceStart(ENGINE)).hasSize(3);
    }

    @Test
    void storeOfAnotherPlatformIsRefusedAndLeft() {
        try (Store other = Stores.open(store("wxplatform"))) {
            other.create("platform", "wxother");
        }
        ComponentRuntime runtime = runtime();

        assertThatThrownBy(() -> runtime.platform(platform("wxplatform"))).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("wxother");

        assertUnused("wxplatform");
        await().until(() -> threadsSinceStart(ENGINE).isEmpty());
    }

    @Test
    void nothingIsOpenedAfterTheStop() {
        ComponentRuntime runtime = runtime();
        runtime.stop(false);

        assertThatThrownBy(() -> runtime.platform(platform("wxplatform"))).isInstanceOf(IllegalStateException.class);

        assertUnused("wxplatform");
    }

    @Test
    void openingHoldsUpNobodyElse() throws Exception {
        ComponentRuntime runtime = runtime();
        PlatformSession open = runtime.platform(platform("wxopen"));
        heldUp = new CountDownLatch(1);
        CompletableFuture<PlatformSession> opening
                = CompletableFuture.supplyAsync(() -> runtime.platform(platform("wxslow")), OWN_THREAD);
        await().until(() -> !threadsHeldUp().isEmpty());

        assertThat(
                CompletableFuture.supplyAsync(() -> runtime.platform(platform("wxopen")), OWN_THREAD).get(5, TimeUnit.SECONDS))
                .isSameAs(open);
        heldUp.countDown();
        assertThat(opening.get(5, TimeUnit.SECONDS)).isNotNull();
    }

    private static List<Thread> threadsHeldUp() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> List.of(entry.getValue()).toString().contains("PlatformSessionsTest$Listener.opened"))
                .map(Map.Entry::getKey).toList();
    }

    @Test
    void stopDuringAnOpeningReleasesItsStore() throws Exception {
        ComponentRuntime runtime = runtime();
        heldUp = new CountDownLatch(1);
        CompletableFuture<PlatformSession> opening
                = CompletableFuture.supplyAsync(() -> runtime.platform(platform("wxslow")), OWN_THREAD);
        await().until(() -> !threadsHeldUp().isEmpty());
        CompletableFuture<Void> stop = CompletableFuture.runAsync(() -> runtime.stop(false), OWN_THREAD);
        await().until(() -> !threads("WechatMaterialStore").isEmpty());
        heldUp.countDown();
        opening.get(5, TimeUnit.SECONDS);
        stop.get(20, TimeUnit.SECONDS);

        assertUnused("wxslow");
    }
}
