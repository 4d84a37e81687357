package io.github.camelwechat.material.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Results and duration of a probe whose calls for tokens are answered late or never. */
@Timeout(60)
class HealthProbeTest {

    private static final int ACCOUNTS = 130;
    private static final long MAX_PROBE_MILLIS = 3000;
    private static final String TOKEN = "{\"access_token\":\"T-1\",\"expires_in\":7200}";
    private static final String WRONG_SECRET = "{\"errcode\":40125,\"errmsg\":\"invalid appsecret\"}";

    private final CountDownLatch answers = new CountDownLatch(1);
    private final Main main = new Main();
    private RawServer server;

    /** Each call for a token is held until {@link #answers}. */
    private void start(int accounts, String lateAnswer) throws Exception {
        server = new RawServer(connection -> {
            connection.readRequest();
            answers.await();
            connection.lastAnswer(lateAnswer);
        });
        main.start();
        for (int i = 0; i < accounts; i++) {
            open("wx" + i);
        }
    }

    HealthProbeTest() {
        main.addInitialProperty("camel.health.producers-enabled", "true");
    }

    private void open(String appId) throws Exception {
        main.getCamelContext().getEndpoint("wechat-material:" + appId + "?secret=planted&apiUrl=" + server.url()).start();
    }

    @AfterEach
    void stop() {
        answers.countDown();
        main.stop();
        server.close();
    }

    private List<HealthCheck.Result> probe() {
        long start = System.nanoTime();
        List<HealthCheck.Result> ours = HealthCheckHelper.invoke(main.getCamelContext(), "full").stream()
                .filter(result -> result.getCheck().getId().startsWith("producer:wechat-material")).toList();
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isLessThan(MAX_PROBE_MILLIS);
        return ours;
    }

    private HealthCheck.Result readiness() {
        long start = System.nanoTime();
        HealthCheck.Result ours = HealthCheckHelper.invokeReadiness(main.getCamelContext(), "full").stream()
                .filter(result -> result.getCheck().getId().startsWith("wechat-material")).findFirst().orElseThrow();
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isLessThan(MAX_PROBE_MILLIS);
        return ours;
    }

    private boolean isReady(String exposureLevel) {
        return HealthCheckHelper.isResultsUp(
                HealthCheckHelper.invokeReadiness(main.getCamelContext(), exposureLevel), true);
    }

    private void awaitCalls(int calls) {
        await().until(() -> server.requests().size() >= calls);
    }

    @Test
    void firstProbeOfSilentAccountsIsUnknownInTime() throws Exception {
        start(ACCOUNTS, TOKEN);

        assertThat(probe()).hasSize(ACCOUNTS).extracting(HealthCheck.Result::getState).containsOnly(State.UNKNOWN);
        awaitCalls(ACCOUNTS);

        answers.countDown();
        await().untilAsserted(
                () -> assertThat(probe()).extracting(HealthCheck.Result::getState).containsOnly(State.UP));
        assertThat(server.requests()).as("none is called twice").hasSize(ACCOUNTS);
    }

    @Test
    void probesAtTheSameTimeShareOneWait() throws Exception {
        start(ACCOUNTS, TOKEN);

        List<CompletableFuture<List<HealthCheck.Result>>> probes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            probes.add(CompletableFuture.supplyAsync(this::probe, task -> new Thread(task).start()));
        }

        for (CompletableFuture<List<HealthCheck.Result>> probe : probes) {
            assertThat(probe).succeedsWithin(2 * MAX_PROBE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @Test
    void refusalThatCameAfterTheProbeShowsInTheNextOne() throws Exception {
        start(3, WRONG_SECRET);
        assertThat(probe()).extracting(HealthCheck.Result::getState).containsOnly(State.UNKNOWN);

        answers.countDown();

        await().untilAsserted(() -> assertThat(probe()).hasSize(3).allSatisfy(result -> {
            assertThat(result.getState()).isEqualTo(State.DOWN);
            assertThat(result.getMessage().orElseThrow()).contains("40125");
            assertThat(result.getDetails()).containsEntry("service.error.code", 40125).containsKey("appId");
            assertThat(result.getError()).isEmpty();
        }));
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void passingFailureShowsWhileTheAccountIsCalledAgain() throws Exception {
        start(1, "{}");
        assertThat(probe()).extracting(HealthCheck.Result::getState).containsOnly(State.UNKNOWN);

        server.goOnWith(RawConnection::stall);
        answers.countDown();

        await().untilAsserted(() -> assertThat(probe()).singleElement().satisfies(result -> {
            assertThat(result.getState()).isEqualTo(State.DOWN);
            assertThat(result.getMessage().orElseThrow()).contains("no access_token");
            assertThat(result.getError()).isEmpty();
        }));
        await().until(() -> server.connections().size() == 2);
    }

    @Test
    void accountsWithoutACheckToCallAreLeftAlone() throws Exception {
        main.addInitialProperty("camel.health.exclude-pattern", "wechat-material-wx1");
        start(3, TOKEN);
        HealthCheckHelper.getHealthCheck(main.getCamelContext(), "producer:wechat-material-wx2").setEnabled(false);

        assertThat(probe()).hasSize(2).extracting(HealthCheck.Result::getState).containsOnly(State.UNKNOWN);

        assertThat(server.requests()).singleElement().satisfies(
                request -> assertThat(new String(request.body(), UTF_8)).contains("\"wx0\""));
    }

    @Test
    void accountThatIsAddedAfterTheWaitIsCalledAndNotWaitedFor() throws Exception {
        start(1, TOKEN);
        probe();
        open("wx-added");

        assertThat(probe()).extracting(HealthCheck.Result::getState).containsExactly(State.UNKNOWN, State.UNKNOWN);

        awaitCalls(2);
    }

    @Test
    void readinessOfSilentAccountsIsUnknownInTime() throws Exception {
        start(ACCOUNTS, WRONG_SECRET);

        assertThat(readiness().getState()).isEqualTo(State.UNKNOWN);
        assertThat(isReady("full")).isFalse();
        assertThat(isReady("default")).as("Camel looks at checks that are down").isTrue();
        awaitCalls(ACCOUNTS);

        answers.countDown();
        await().untilAsserted(() -> assertThat(readiness().getState()).isEqualTo(State.DOWN));
        assertThat(server.requests()).as("none is called twice").hasSize(ACCOUNTS);
    }

    @Test
    void accountThatIsUpKeepsReadinessWhileOthersAreSilent() throws Exception {
        start(3, TOKEN);
        main.getCamelContext().getEndpoint("wechat-material:wx-fixed?accessToken=T&apiUrl=" + server.url()).start();

        assertThat(readiness().getState()).isEqualTo(State.UP);
        awaitCalls(3);
    }

    @Test
    void accountThatIsDownIsNotAllOfThemWhileAnotherIsSilent() throws Exception {
        start(1, WRONG_SECRET);
        answers.countDown();
        await().untilAsserted(() -> assertThat(readiness().getState()).isEqualTo(State.DOWN));

        server.goOnWith(RawConnection::stall);
        open("wx-added");

        assertThat(readiness().getState()).isEqualTo(State.UNKNOWN);
        await().until(() -> server.connections().size() == 2);
    }
}
