package io.github.camelwechat.material;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;

import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.fault.Fault;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Results of the check of an account before the first message. */
class HealthCheckTest {

    private static final String ID = "producer:wechat-material-brand-a";

    private final WechatSimulator wechat = WechatSimulator.builder().app("wxdemo", "planted-good").start();
    private final Main main = new Main();

    @AfterEach
    void stop() {
        main.stop();
        wechat.close();
    }

    private void start(Map<String, String> options) {
        Map.of("camel.health.producers-enabled", "true", account("app-id"), "wxdemo", account("secret"), "planted-good",
                account("api-url"), wechat.url()).forEach(main::addInitialProperty);
        options.forEach(main::addInitialProperty);
        if (options.containsKey(account("access-token"))) {
            main.getInitialProperties().remove(account("secret"));
        }
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("wechat-material:brand-a");
                from("direct:other").to("wechat-material:brand-a?title=another");
            }
        });
        main.start();
    }

    private static String account(String option) {
        return "camel.component.wechat-material.accounts[brand-a]." + option;
    }

    private Collection<HealthCheck.Result> ours() {
        return HealthCheckHelper.invoke(main.getCamelContext(), "full").stream()
                .filter(result -> result.getCheck().getId().startsWith("producer:wechat-material")).toList();
    }

    private HealthCheck.Result only() {
        assertThat(ours()).hasSize(1);
        HealthCheck.Result result = ours().iterator().next();
        assertThat(result.getCheck().getId()).isEqualTo(ID);
        return result;
    }

    private int tokenCalls() {
        return wechat.journal().count(Wechat.STABLE_TOKEN);
    }

    @Test
    void anAccountWithATokenIsUpAndNotAskedForAnother() throws Exception {
        start(Map.of());

        for (int i = 0; i < 5; i++) {
            assertThat(only().getState()).isEqualTo(HealthCheck.State.UP);
        }
        assertThat(tokenCalls()).isEqualTo(1);
        assertThat(only().getDetails()).containsEntry("appId", "wxdemo");
        assertThat(main.getCamelTemplate().send("direct:in", e -> e.getMessage().setBody(Samples.png())).getException())
                .isNull();
        assertThat(tokenCalls()).isEqualTo(1);
    }

    @Test
    void aWrongSecretShowsBeforeTheFirstMessageAndIsNotTriedOverAndOver() {
        start(Map.of(account("secret"), "planted-wrong"));

        for (int i = 0; i < 5; i++) {
            HealthCheck.Result result = only();
            assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
            assertThat(result.getMessage().orElseThrow()).contains("40125");
            assertThat(result.getDetails()).containsEntry("service.error.code", 40125);
            assertThat(result.getError()).as("indicators print it at every probe").isEmpty();
            assertThat(result.getMessage() + " " + result.getDetails()).doesNotContain("planted");
        }
        assertThat(tokenCalls()).isEqualTo(1);
    }

    @Test
    void whatMayPassIsAskedForAgain() {
        start(Map.of());
        wechat.faults().next(Wechat.STABLE_TOKEN, Fault.status(502));

        HealthCheck.Result result = ours().iterator().next();
        assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(result.getMessage().orElseThrow()).contains("502");
        assertThat(result.getError()).isEmpty();
        assertThat(only().getState()).isEqualTo(HealthCheck.State.UP);
    }

    @Test
    void aFixedTokenIsNotTried() {
        start(Map.of(account("access-token"), "T"));

        assertThat(only().getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(wechat.journal().entries()).isEmpty();
    }

    @Test
    void itIsOffUnlessItIsWanted() {
        start(Map.of("camel.health.producers-enabled", "false"));

        assertThat(ours()).isEmpty();
        assertThat(tokenCalls()).isZero();
    }

    @Test
    void andWhereTheComponentDoesNotWantIt() {
        start(Map.of("camel.component.wechat-material.health-check-producer-enabled", "false"));

        assertThat(only().getState()).isEqualTo(HealthCheck.State.UNKNOWN);
        assertThat(tokenCalls()).isZero();
    }

    @Test
    void twoAccountsThatAreCalledAlikeHaveTwoChecks() throws Exception {
        start(Map.of());
        CamelContext context = main.getCamelContext();
        String uri = "wechat-material:wxdemo?apiUrl=" + wechat.url() + "&secret=";
        context.getEndpoint(uri + "planted-wrong").start();
        context.getEndpoint(uri + "planted-too").start();

        assertThat(ours()).extracting(result -> result.getCheck().getId() + " " + result.getState())
                .containsExactlyInAnyOrder(ID + " UP", "producer:wechat-material-wxdemo DOWN",
                        "producer:wechat-material-wxdemo-2 DOWN");

        context.removeEndpoints("wechat-material://wxdemo*");
        assertThat(only().getState()).isEqualTo(HealthCheck.State.UP);
    }

    @Test
    void oneAccountWithTwoNamesHasACheckForEach() throws Exception {
        start(Map.of());
        main.getCamelContext()
                .getEndpoint("wechat-material:wxdemo?apiUrl=" + wechat.url() + "&secret=planted-good").start();

        assertThat(ours()).extracting(result -> result.getCheck().getId() + " " + result.getState())
                .containsExactlyInAnyOrder(ID + " UP", "producer:wechat-material-wxdemo UP");
        assertThat(tokenCalls()).isEqualTo(1);
    }

    @Test
    void aStoppedComponentHasNone() {
        start(Map.of());
        main.getCamelContext().getComponent("wechat-material").stop();

        assertThat(ours()).isEmpty();
    }

    @Test
    void withoutCamelHealthTheComponentWorksAllTheSame() throws Exception {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        URL[] withoutHealth = Arrays.stream(classPath.split(File.pathSeparator))
                .filter(entry -> !entry.contains("camel-health")).map(HealthCheckTest::url).toArray(URL[]::new);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(withoutHealth, ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            Object outcome = loader.loadClass(WithoutHealth.class.getName()).getMethod("upload", String.class)
                    .invoke(null, wechat.url());

            assertThat(outcome).isEqualTo("no health checks, uploaded");
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Loaded by a class loader of its own. */
    public static final class WithoutHealth {

        private WithoutHealth() {
        }

        public static String upload(String apiUrl) throws Exception {
            try (DefaultCamelContext context = new DefaultCamelContext()) {
                context.start();
                context.createProducerTemplate().requestBody(
                        "wechat-material:wxdemo?secret=planted-good&apiUrl=" + apiUrl, Samples.png());
                return (HealthCheckHelper.getHealthCheckRegistry(context) == null ? "no" : "with") + " health checks, uploaded";
            }
        }
    }
}
