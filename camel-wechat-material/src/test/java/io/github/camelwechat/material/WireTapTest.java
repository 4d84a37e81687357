package io.github.camelwechat.material;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.github.camelwechat.material.error.InvalidMaterialException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The file's consumer moves a file when its own exchange has ended, whatever a tap still wants of it. */
class WireTapTest {

    @RegisterExtension
    final Wechat wechat = new Wechat();

    @TempDir
    Path inbox;

    private final BlockingQueue<Exchange> ended = new LinkedBlockingQueue<>();

    @BeforeEach
    void fileAndAccount() throws Exception {
        wechat.plainAccount();
        Files.write(inbox.resolve("a.png"), Samples.png());
    }

    private interface Start {
        void route(RouteDefinition file);
    }

    /** Lets the upload begin only when it is clear what the consumer does with the file. */
    private Exchange uploaded(String feed, boolean movedFirst, Start start) throws Exception {
        wechat.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                start.route(from("file:" + inbox + "?initialDelay=0&move=.done"));
                from(feed)
                        .process(exchange -> {
                            if (movedFirst) {
                                await().until(() -> Files.exists(inbox.resolve(".done/a.png")));
                            }
                        })
                        .doTry().to("wechat-material:default").doCatch(Exception.class).end()
                        .process(ended::add);
            }
        });
        Exchange exchange = ended.poll(20, TimeUnit.SECONDS);
        assertThat(exchange).as("the upload has ended").isNotNull();
        return exchange;
    }

    private static Exception failure(Exchange exchange) {
        return exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    }

    @Test
    void fileIsGoneAfterAWireTapAndTheErrorSaysWhatToDo() throws Exception {
        Exchange exchange = uploaded("direct:upload", true, file -> file.wireTap("direct:upload"));

        assertThat(failure(exchange)).isInstanceOf(InvalidMaterialException.class)
                .hasMessageStartingWith("a.png: there is no such file").hasMessageContaining("wireTap")
                .hasMessageContaining("convertBodyTo");
        assertThat(wechat.simulator().journal().entries()).isEmpty();
    }

    @Test
    void arrayMadeBeforeTheTapIsUploaded() throws Exception {
        Exchange exchange = uploaded("direct:upload", true,
                file -> file.convertBodyTo(byte[].class).wireTap("direct:upload"));

        assertThat(failure(exchange)).isNull();
        assertThat(wechat.onlyUpload().upload().fileName()).isEqualTo("a.png");
    }

    @Test
    void fileStaysUntilAnUploadThatIsQueuedBySedaHasEnded() throws Exception {
        Exchange exchange = uploaded("seda:upload", false, file -> file.to("seda:upload"));

        assertThat(failure(exchange)).isNull();
        await().untilAsserted(() -> assertThat(inbox.resolve(".done/a.png")).exists());
    }
}
