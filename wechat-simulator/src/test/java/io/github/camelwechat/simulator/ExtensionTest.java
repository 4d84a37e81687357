package io.github.camelwechat.simulator;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.camelwechat.simulator.fault.Fault;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

import static io.github.camelwechat.simulator.ApiClient.STABLE_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** One server for the class, nothing left over from the test before. */
class ExtensionTest {

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    private static final Set<String> URLS = new HashSet<>();

    private final ApiClient client = new ApiClient(wechat::url);

    @RepeatedTest(3)
    void eachTestBeginsAfresh() {
        assertThat(wechat.journal().entries()).isEmpty();
        assertThat(wechat.library("wxdemo").materials()).isEmpty();
        String token = client.token();
        assertThat(client.upload(token, "image", "a.png", Samples.picture("png"), null).has("media_id")).isTrue();
        wechat.faults().always(STABLE_TOKEN, Fault.errcode(-1));
        URLS.add(wechat.url());
        assertThat(URLS).hasSize(1);
    }

    @Test
    void aFieldThatIsNotStaticIsExplained() {
        assertThatIllegalStateException().isThrownBy(() -> new WechatSimulatorExtension().url())
                .withMessageContaining("static");
    }

    @Test
    void aClassBeginsAfterOneThatCouldNot() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Shared.BUILDER.port(taken.getLocalPort());
            assertThat(run(First.class).getContainersFailedCount()).isOne();
        }
        assertThat(run(Second.class).getTestsSucceededCount()).isOne();
    }

    @Test
    void aSimulatorEndsWithTheLastOfTheClassesThatRunAtTheSameTime() {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create().execute(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(DiscoverySelectors.selectClass(Begins.class), DiscoverySelectors.selectClass(Ends.class))
                        .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                        .configurationParameter("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                        .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                        .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2")
                        .build(),
                summary, new TestExecutionListener() {
                    @Override
                    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                        if (test.isContainer() && test.getDisplayName().endsWith(Begins.class.getSimpleName())) {
                            Together.FIRST_HAS_ENDED.countDown();
                        }
                    }
                });

        assertThat(summary.getSummary().getFailures()).isEmpty();
        assertThat(summary.getSummary().getTestsSucceededCount()).isEqualTo(2);
    }

    private static TestExecutionSummary run(Class<?> tests) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(
                LauncherDiscoveryRequestBuilder.request().selectors(DiscoverySelectors.selectClass(tests)).build(), listener);
        return listener.getSummary();
    }

    /** Two classes have the extension from their parent, and run at the same time. */
    private abstract static class Together {

        static final CountDownLatch FIRST_IS_THERE = new CountDownLatch(1);
        static final CountDownLatch SECOND_IS_THERE = new CountDownLatch(1);
        static final CountDownLatch FIRST_HAS_ENDED = new CountDownLatch(1);

        @RegisterExtension
        static final WechatSimulatorExtension shared = new WechatSimulatorExtension();
    }

    static class Begins extends Together {

        @Test
        void waitsForTheOther() throws Exception {
            FIRST_IS_THERE.countDown();
            assertThat(SECOND_IS_THERE.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    static class Ends extends Together {

        @Test
        void hasTheServerWhenTheOtherHasEnded() throws Exception {
            assertThat(FIRST_IS_THERE.await(60, TimeUnit.SECONDS)).isTrue();
            SECOND_IS_THERE.countDown();
            assertThat(FIRST_HAS_ENDED.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(new ApiClient(shared::url).token()).isNotEmpty();
        }
    }

    /** Two classes have the extension from their parent. */
    private abstract static class Shared {

        static final WechatSimulatorBuilder BUILDER = WechatSimulator.builder().app("wxdemo", "secret");

        @RegisterExtension
        static final WechatSimulatorExtension shared = new WechatSimulatorExtension(BUILDER);

        @Test
        void theServerIsThere() {
            assertThat(new ApiClient(shared::url).token()).isNotEmpty();
        }
    }

    static class First extends Shared {
    }

    static class Second extends Shared {
    }

    @Nested
    class InANestedClass {

        @Test
        void theServerIsTheSame() {
            assertThat(client.token()).isNotEmpty();
        }
    }

    @Nested
    class InASecondNestedClass {

        @Test
        void theServerIsStillThere() {
            assertThat(client.token()).isNotEmpty();
        }
    }
}
