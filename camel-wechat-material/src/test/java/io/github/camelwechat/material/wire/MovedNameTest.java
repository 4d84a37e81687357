package io.github.camelwechat.material.wire;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** In a Java of its own, with the names of a file: where a name gets a public address, no byte goes out in clear. */
class MovedNameTest {

    @TempDir
    Path folder;

    @Test
    void proxyOfTheVirtualMachineIsNotAsked() throws Exception {
        Path names = Files.writeString(folder.resolve("hosts"), "127.0.0.1 api.example\n");
        try (RawServer server = new RawServer(connection -> {
            connection.readRequest();
            connection.answer("x-openapi-seqid: 1\r\nConnection: close\r\n", RawConnection.GOOD);
        });
             RawServer proxy = new RawServer(RawConnection::serve);
             JavaProcess uploads = new JavaProcess(
                     "-Djdk.net.hosts.file=" + names, "-Dhttp.proxyHost=127.0.0.1", "-Dhttp.proxyPort=" + proxy.port(),
                     "-DsocksProxyHost=127.0.0.1", "-DsocksProxyPort=" + proxy.port(), "-Djava.net.useSystemProxies=true",
                     MovedName.class.getName(), names.toString(), "api.example", String.valueOf(server.port()))) {
            assertThat(uploads.readLine()).isEqualTo("MEDIA");
            uploads.awaitSuccess();
            assertThat(server.connections()).hasSize(1);
            assertThat(proxy.connections()).isEmpty();
        }
    }

    @Test
    void secondConnectionIsNotMade() throws Exception {
        Path names = Files.writeString(folder.resolve("hosts"), "127.0.0.1 api.example\n");
        try (RawServer server = new RawServer(connection -> {
            connection.readRequest();
            connection.answer("x-openapi-seqid: 1\r\nConnection: close\r\n", RawConnection.GOOD);
        });
             JavaProcess uploads = new JavaProcess(
                     "-Djdk.net.hosts.file=" + names, MovedName.class.getName(), names.toString(), "api.example",
                     String.valueOf(server.port()))) {
            assertThat(uploads.readLine()).isEqualTo("MEDIA");
            assertThat(uploads.readLine()).contains(
                    "NotSentException", "api.example has a public address here (203.0.113.1)", "deploy a new version");
            uploads.awaitSuccess();
            assertThat(server.connections()).hasSize(1);
        }
    }
}
