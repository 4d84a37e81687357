package io.github.camelwechat.jms;

import java.nio.file.Path;
import java.time.Duration;

import io.github.camelwechat.jms.server.Broker;
import io.github.camelwechat.simulator.WechatSimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Consumers, of one application and of several, share a queue: as many uploads run at once, and each message has one.
 */
class ConsumersTest {

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    private static final String ADD_MATERIAL = "/cgi-bin/material/add_material";

    @Test
    void uploadOneMessageEachAtATime(@TempDir Path folder) throws Exception {
        wechat.faults().latency(ADD_MATERIAL, Duration.ofMillis(500));
        try (Broker broker = new Broker(folder, 0, Clients.USER, Clients.PASSWORD, Duration.ofMillis(50));
             Application one = new Application(broker.url(), wechat.url()).set("materials.consumers", "2");
             Application other = new Application(broker.url(), wechat.url()).set("materials.consumers", "2");
             Clients clients = new Clients(broker.url())) {
            one.start();
            other.start();
            for (int i = 0; i < 8; i++) {
                clients.send(clients.material(i + ".png", Clients.bytes("camel.png")));
            }
            for (int i = 0; i < 8; i++) {
                clients.receive("materials.done");
            }
        }
        assertThat(wechat.journal().inFlight(ADD_MATERIAL).max()).isEqualTo(4);
        assertThat(wechat.journal().count(ADD_MATERIAL)).isEqualTo(8);
    }
}
