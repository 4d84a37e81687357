package io.github.camelwechat.jms;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.github.camelwechat.jms.server.Broker;
import io.github.camelwechat.simulator.WechatSimulatorExtension;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** One who sends a folder, and waits for the replies. */
class SendFolderTest {

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @Test
    @Timeout(60)
    void tellsWhatBecameOfEach(@TempDir Path state, @TempDir Path files) throws Exception {
        for (String name : new String[] { "camel.png", "luotuo.jpg", "really-webp.jpg" }) {
            Files.write(files.resolve(name), Clients.bytes(name));
        }
        try (Broker broker = new Broker(state, 0, Clients.USER, Clients.PASSWORD, Duration.ofMillis(50));
             Application application = new Application(broker.url(), wechat.url());
             ActiveMQConnectionFactory client
                     = new ActiveMQConnectionFactory(broker.url(), Clients.USER, Clients.PASSWORD)) {
            application.start();
            new SendFolder(client, new PrintStream(output, true, StandardCharsets.UTF_8)).run(files);
        }
        assertThat(output.toString(StandardCharsets.UTF_8).lines()).containsExactlyInAnyOrder(
                "sent: 3", "stored: camel.png", "stored: luotuo.jpg", "refused: really-webp.jpg");
    }
}
