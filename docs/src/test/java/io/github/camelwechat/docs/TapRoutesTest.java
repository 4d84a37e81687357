package io.github.camelwechat.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.simulator.WechatSimulatorExtension;
import org.apache.camel.Exchange;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

/** A tapped branch that reads after the file consumer has moved the file. */
class TapRoutesTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    @TempDir
    Path inbox;

    private final DefaultCamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() throws Exception {
        DemoAccount.addTo(context, wechat);
        context.getPropertiesComponent().addOverrideProperty("upload.folder", inbox.toString());
        Files.write(inbox.resolve("a.png"), Pictures.png());
    }

    @AfterEach
    void stop() throws IOException {
        context.close();
    }

    /** Starts routes whose branch goes on after the file was moved. */
    private void start(RouteBuilder routes) throws Exception {
        context.addRoutes(routes);
        AdviceWith.adviceWith(context, "upload", advice -> advice.weaveAddFirst()
                .process(exchange -> await().atMost(SOON).until(() -> Files.exists(inbox.resolve(".done/a.png")))));
        context.start();
    }

    @Test
    void branchUploadsBytesReadBeforeTheTap() throws Exception {
        start(new TapRoutes());

        await().atMost(SOON).until(() -> !wechat.library("wxdemo").materials().isEmpty());
        assertThat(wechat.library("wxdemo").materials()).singleElement().satisfies(material -> {
            assertThat(material.name()).isEqualTo("a.png");
            assertThat(material.bytes()).isEqualTo(Pictures.png());
        });
    }

    @Test
    void branchWithTheFileItselfFindsItGone() throws Exception {
        CompletableFuture<Exception> failure = new CompletableFuture<>();
        start(new RouteBuilder() {
            @Override
            public void configure() {
                onException(InvalidMaterialException.class)
                        .process(
                                exchange -> failure.complete(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)));
                from("file:{{upload.folder}}?move=.done&moveFailed=.failed").wireTap("direct:upload");
                from("direct:upload").routeId("upload").to("wechat-material:default");
            }
        });

        assertThat(failure).succeedsWithin(SOON).asInstanceOf(type(InvalidMaterialException.class))
                .returns(InvalidMaterialException.Reason.UNREADABLE, InvalidMaterialException::getReason);
        assertThat(inbox.resolve(".done/a.png")).exists();
        assertThat(wechat.library("wxdemo").materials()).isEmpty();
    }
}
