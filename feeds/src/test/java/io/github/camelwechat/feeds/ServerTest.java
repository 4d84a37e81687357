package io.github.camelwechat.feeds;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ServerTest {

    @Test
    void oneThatEndsAtOnceSaysWhyAndIsClosedAllTheSame(@TempDir Path folder) {
        Server server = new Server(
                () -> Program.java(folder.resolve("log"), Map.of(), List.of("no.such.Program")), "Server: ");

        assertThatThrownBy(server::url).hasMessageContaining("no.such.Program");
        assertThatCode(server::close).doesNotThrowAnyException();
    }

    @Test
    void oneThatWasNeverAskedForIsNotStarted() {
        AtomicReference<String> started = new AtomicReference<>("no");
        Server server = new Server(() -> {
            started.set("yes");
            throw new IllegalStateException();
        }, "Server: ");

        server.close();

        assertThat(started).hasValue("no");
    }
}
