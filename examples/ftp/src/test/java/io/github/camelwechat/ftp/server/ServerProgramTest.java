package io.github.camelwechat.ftp.server;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ServerProgramTest {

    @Test
    void misuseIsExplained() {
        assertThatIllegalArgumentException().isThrownBy(() -> ServerArguments.of("--port", "2121"))
                .withMessageContaining("--folder");
        assertThatIllegalArgumentException().isThrownBy(() -> ServerArguments.of("--port", "2121", "--home", "here"))
                .withMessageContaining("--folder");
        assertThatIllegalArgumentException().isThrownBy(() -> ServerProgram.password("NO_SUCH_PASSWORD"))
                .withMessageContaining("NO_SUCH_PASSWORD");
    }

    @Test
    void aSignalStopsTheServer(@TempDir Path folder) throws Exception {
        SftpFolder server = new SftpFolder(folder, 0, "password");
        int port = server.port();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            assertThat(socket.isConnected()).isTrue();
        }
        ServerProgram.close(server);
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .isInstanceOf(ConnectException.class);
    }
}
