package io.github.camelwechat.material;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import io.github.camelwechat.material.result.AddMaterialResult;
import io.github.camelwechat.simulator.WechatSimulator;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.github.camelwechat.material.TwoAccounts.A;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a component holds, when, and on which thread an exchange goes on. */
class LifecycleTest {

    private final WechatSimulator wechat = TwoAccounts.simulator();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final WechatMaterialComponent component = TwoAccounts.addTo(context, wechat, 4);

    @AfterEach
    void stop() throws Exception {
        context.close();
        wechat.close();
    }

    @Test
    void aSynchronousEndpointGoesOnOnTheCallersThread() throws Exception {
        assertThat(threadBehind(A + "?synchronous=true")).isSameAs(Thread.currentThread());
    }

    @Test
    void anEndpointGoesOnOnOneOfTheComponentsThreads() throws Exception {
        assertThat(threadBehind(A).getName()).contains("WechatMaterial");
    }

    @Test
    void aComponentThatWasStoppedServesNewEndpointsWhenItIsStartedAgain() throws Exception {
        context.start();
        assertThat(upload(A)).isNotNull();
        context.removeEndpoints(A);
        component.stop();
        component.start();
        assertThat(upload(A)).isNotNull();
    }

    @Test
    void aStoppedContextLeavesNoThreadBehind() throws Exception {
        context.start();
        upload(A);
        context.stop();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(this::assertNoThreadOfTheComponents);
    }

    @Test
    void aContextThatUploadsNothingHasNoThreadOfTheComponents() throws Exception {
        context.start();
        context.getComponent("wechat-material");
        assertNoThreadOfTheComponents();
    }

    private void assertNoThreadOfTheComponents() {
        assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
                .noneMatch(name -> name.contains("(" + context.getName() + ")") && name.contains("WechatMaterial"));
    }

    private Thread threadBehind(String uri) throws Exception {
        AtomicReference<Thread> thread = new AtomicReference<>();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to(uri).process(exchange -> thread.set(Thread.currentThread()));
            }
        });
        context.start();
        upload("direct:in");
        return thread.get();
    }

    private AddMaterialResult upload(String uri) throws Exception {
        try (ProducerTemplate template = context.createProducerTemplate()) {
            return template.requestBody(uri, Samples.png(), AddMaterialResult.class);
        }
    }
}
