package io.github.camelwechat.material.wire;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A host whose name is looked up without end holds up no other host. */
@EnabledOnOs(OS.LINUX)
class HungLookUpTest {

    @TempDir
    Path folder;

    @Test
    void otherAccountsUploadMeanwhile() throws Exception {
        Path names = folder.resolve("hosts");
        assertThat(new ProcessBuilder("mkfifo", names.toString()).start().waitFor()).isZero();
        // Java reads names from that file, which nobody writes
        try (RawServer server = new RawServer(RawConnection::serve);
             JavaProcess uploads = new JavaProcess(
                     "-Djdk.net.hosts.file=" + names, HungLookUp.class.getName(), server.url())) {
            CompletableFuture<String> line = CompletableFuture.supplyAsync(uploads::readLine);

            assertThat(line).succeedsWithin(Duration.ofSeconds(20)).isEqualTo("MEDIA");
        }
    }
}
