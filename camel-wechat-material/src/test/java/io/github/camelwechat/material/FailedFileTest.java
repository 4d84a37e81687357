package io.github.camelwechat.material;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import io.github.camelwechat.simulator.fault.Fault;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Where a file route puts a file whose upload failed. */
class FailedFileTest {

    @RegisterExtension
    final Wechat wechat = new Wechat();

    @TempDir
    Path inbox;

    private void runRoute() throws Exception {
        wechat.plainAccount();
        wechat.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("file:" + inbox + "?initialDelay=0&move=.done&moveFailed=.failed").routeId("inbox").autoStartup(false)
                        .to("wechat-material:default");
            }
        });
        NotifyBuilder done = new NotifyBuilder(wechat.context()).whenDone(1).create();
        wechat.context().getRouteController().startRoute("inbox");
        assertThat(done.matches(20, SECONDS)).isTrue();
        wechat.context().getRouteController().stopRoute("inbox");
    }

    static Stream<Arguments> faults() {
        return Stream.of(arguments(Fault.errcode(45009)), arguments(Fault.status(502)), arguments(Fault.answerLost()),
                arguments(Fault.resetBeforeBody()));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFileWhoseUploadFailedIsMovedToMoveFailed(Fault fault) throws Exception {
        Files.write(inbox.resolve("骆驼.png"), Samples.png());
        wechat.simulator().faults().always(Wechat.ADD_MATERIAL, fault);
        runRoute();

        assertThat(inbox.resolve(".failed/骆驼.png")).hasBinaryContent(Samples.png());
        assertThat(inbox.resolve(".done")).doesNotExist();
    }

    @Test
    void soIsAFileThatWasRefused() throws Exception {
        Files.writeString(inbox.resolve("notes.png"), "no picture");
        runRoute();

        assertThat(inbox.resolve(".failed/notes.png")).hasContent("no picture");
        assertThat(wechat.simulator().journal().entries()).isEmpty();
    }
}
