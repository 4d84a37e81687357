package io.github.camelwechat.jms;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.camelwechat.jms.server.Broker;
import io.github.camelwechat.simulator.WechatSimulatorExtension;
import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.journal.JournalEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What may be sent again is delivered again, later each time. */
class RedeliveryTest {

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    private static final String STABLE_TOKEN = "/cgi-bin/stable_token";
    private static final String ADD_MATERIAL = "/cgi-bin/material/add_material";

    private final Path folder;

    RedeliveryTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void uploadsInTheEnd() throws Exception {
        // not sent the first time, refused for the moment the second and third
        wechat.faults().next(STABLE_TOKEN, Fault.closeWithoutAnswer());
        wechat.faults().next(ADD_MATERIAL, 2, Fault.errcode(45011));
        try (Broker broker = new Broker(folder, 0, Clients.USER, Clients.PASSWORD, Duration.ofMillis(50));
             Application application = new Application(broker.url(), wechat.url());
             Clients clients = new Clients(broker.url())) {
            application.start();
            clients.send(clients.material("camel.png", Clients.bytes("camel.png")));
            clients.receive("materials.done");
            assertThat(clients.count("materials.failed")).isZero();
        }
        assertThat(wechat.library(WechatSimulatorExtension.APP_ID).materials()).hasSize(1);
        Instant first = wechat.journal().entries(STABLE_TOKEN).get(0).time();
        List<Instant> uploads = wechat.journal().entries(ADD_MATERIAL).stream().map(JournalEntry::time).toList();
        assertThat(uploads).hasSize(3);
        assertThat(Duration.between(first, uploads.get(0))).isGreaterThan(Duration.ofMillis(50));
        assertThat(Duration.between(uploads.get(0), uploads.get(1))).isGreaterThan(Duration.ofMillis(150));
        assertThat(Duration.between(uploads.get(1), uploads.get(2))).isGreaterThan(Duration.ofMillis(450));
    }

    @Test
    void letsOthersPassMeanwhile() throws Exception {
        wechat.faults().next(ADD_MATERIAL, Fault.errcode(45011));
        try (Broker broker = new Broker(folder, 0, Clients.USER, Clients.PASSWORD, Duration.ofSeconds(2));
             Application application = new Application(broker.url(), wechat.url()).set("materials.consumers", "1");
             Clients clients = new Clients(broker.url())) {
            application.start();
            clients.send(clients.material("first.png", Clients.bytes("camel.png")));
            clients.send(clients.material("second.png", Clients.bytes("camel.png")));
            assertThat(clients.receive("materials.done").getBody(String.class)).contains("second.png");
            assertThat(clients.receive("materials.done").getBody(String.class)).contains("first.png");
        }
    }
}
