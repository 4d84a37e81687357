package io.github.camelwechat.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.github.camelwechat.material.WechatMaterialComponent;
import io.github.camelwechat.simulator.WechatSimulatorExtension;
import io.github.camelwechat.simulator.fault.Gate;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ProcessorDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What the page on uploads in flight says of the feeds that need no server. */
class InFlightTest {

    private static final String ADD_MATERIAL = "/cgi-bin/material/add_material";
    private static final Duration SOON = Duration.ofSeconds(20);

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    @TempDir
    Path inbox;

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final WechatMaterialComponent component = DemoAccount.addTo(context, wechat);

    @BeforeEach
    void start() {
        context.getPropertiesComponent().addOverrideProperty("upload.folder", inbox.toString());
        context.start();
    }

    @AfterEach
    void stop() throws IOException {
        context.close();
    }

    private interface Steps {
        ProcessorDefinition<?> of(RouteBuilder route);
    }

    private static RouteBuilder uploading(String options, Steps steps) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                steps.of(this).to("wechat-material:default" + options);
            }
        };
    }

    private void putFiles(int number) throws IOException {
        for (int i = 0; i < number; i++) {
            Files.write(inbox.resolve(i + ".png"), Pictures.png());
        }
    }

    private void assertThatAreHeldTogether(int number, RoutesBuilder route, Runnable feed) throws Exception {
        try (Gate gate = wechat.faults().hold(ADD_MATERIAL)) {
            context.addRoutes(route);
            feed.run();
            gate.awaitHeld(number, SOON);
        }
    }

    private void assertThatAtMostAreInFlight(int number, int uploads, RoutesBuilder route, Runnable feed) throws Exception {
        wechat.faults().latency(ADD_MATERIAL, Duration.ofMillis(50));
        context.addRoutes(route);
        feed.run();
        wechat.journal().awaitEntries(ADD_MATERIAL, uploads, SOON);
        assertThat(wechat.journal().inFlight(ADD_MATERIAL).max()).isEqualTo(number);
    }

    private void send(Object body) {
        context.createProducerTemplate().sendBody("seda:pictures", body);
    }

    private static List<byte[]> pictures(int number) {
        return IntStream.range(0, number).mapToObj(i -> Pictures.png()).toList();
    }

    @Test
    void allFilesOfAPoll() throws Exception {
        putFiles(10);
        assertThatAreHeldTogether(
                10, uploading("", route -> route.from("file:{{upload.folder}}?initialDelay=0")), () -> {
                });
    }

    @Test
    void theFilesOfLaterPollsToo() throws Exception {
        putFiles(10);
        assertThatAreHeldTogether(
                10, uploading("", route -> route.from("file:{{upload.folder}}?initialDelay=0&delay=50&maxMessagesPerPoll=2")),
                () -> {
                });
    }

    @Test
    void noMoreThanMaxConcurrentRequests() throws Exception {
        component.getConfiguration().setMaxConcurrentRequests(3);
        putFiles(20);
        assertThatAtMostAreInFlight(
                3, 20, uploading("", route -> route.from("file:{{upload.folder}}?initialDelay=0")), () -> {
                });
    }

    @Test
    void oneWithASynchronousEndpoint() throws Exception {
        putFiles(5);
        assertThatAtMostAreInFlight(
                1, 5, uploading("?synchronous=true", route -> route.from("file:{{upload.folder}}?initialDelay=0")), () -> {
                });
    }

    @Test
    void allThatLieInASedaQueue() throws Exception {
        assertThatAreHeldTogether(
                10, uploading("", route -> route.from("seda:pictures")), () -> pictures(10).forEach(this::send));
    }

    @Test
    void allTicksOfATimer() throws Exception {
        assertThatAreHeldTogether(
                10, uploading("", route -> route.from("timer:tick?delay=0&period=20&repeatCount=10")
                        .setBody(exchange -> Pictures.png())),
                () -> {
                });
    }

    @Test
    void onePartOfASplitBody() throws Exception {
        assertThatAtMostAreInFlight(
                1, 5, uploading("", route -> route.from("seda:pictures").split(route.body())), () -> send(pictures(5)));
    }

    @Test
    void allPartsInParallel() throws Exception {
        assertThatAreHeldTogether(
                30, uploading("", route -> route.from("seda:pictures").split(route.body()).parallelProcessing()),
                () -> send(pictures(30)));
    }

    @Test
    void oneForEachThreadThatSends() throws Exception {
        ProducerTemplate template = context.createProducerTemplate();
        assertThatAtMostAreInFlight(
                2, 6, uploading("", route -> route.from("direct:pictures")),
                () -> IntStream.range(0, 2).mapToObj(
                        thread -> CompletableFuture.runAsync(
                                () -> pictures(3).forEach(picture -> template.sendBody("direct:pictures", picture)),
                                task -> new Thread(task).start()))
                        .toList().forEach(CompletableFuture::join));
    }

    @Test
    void allThatATemplateSendsWithoutWaiting() throws Exception {
        ProducerTemplate template = context.createProducerTemplate();
        assertThatAreHeldTogether(
                30, uploading("", route -> route.from("direct:pictures")),
                () -> pictures(30).forEach(picture -> template.asyncSendBody("direct:pictures", picture)));
    }

    @Test
    void allThatAFirstRouteHasFetchedIntoAFolder(@TempDir Path remote) throws Exception {
        for (int i = 0; i < 5; i++) {
            Files.write(remote.resolve(i + ".png"), Pictures.png());
        }
        context.getPropertiesComponent().setLocation("classpath:fetch.properties");
        context.getPropertiesComponent().addOverrideProperty("fetch.from", "file:" + remote);
        assertThatAreHeldTogether(5, new FetchThenUploadRoutes(), () -> {
        });
    }
}
