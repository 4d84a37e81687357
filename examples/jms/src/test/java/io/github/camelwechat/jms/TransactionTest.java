package io.github.camelwechat.jms;

import java.nio.file.Path;
import java.time.Duration;

import jakarta.jms.Message;
import jakarta.jms.Queue;

import io.github.camelwechat.jms.server.Broker;
import io.github.camelwechat.simulator.WechatSimulatorExtension;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What is sent of a message goes out in the transaction that takes it out of its queue: with it, or not at all. */
class TransactionTest {

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    private final Path folder;

    TransactionTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void sendsNoResultIfTheMessageIsNotTaken() throws Exception {
        try (Broker broker = broker(); Application application = failing(broker);
             Clients clients = new Clients(broker.url())) {
            application.start();
            clients.send(clients.material("camel.png", Clients.bytes("camel.png")));
            clients.receive("materials.done");
            assertThat(uploads()).as("of one message, taken at the second delivery").isEqualTo(1);
            assertThat(clients.count("materials.done")).as("further results").isZero();
        }
    }

    @Test
    void sendsNoReplyIfTheMessageIsNotTaken() throws Exception {
        try (Broker broker = broker(); Application application = failing(broker);
             Clients clients = new Clients(broker.url())) {
            application.start();
            Queue replies = sendAndAskForReply(clients, "camel.png");
            clients.receive(replies);
            assertThat(uploads()).as("of one message, taken at the second delivery").isEqualTo(1);
            assertThat(clients.jms().createConsumer(replies).receive(200)).as("a further reply").isNull();
        }
    }

    @Test
    void sendsNoDeadLetterIfTheMessageIsNotTaken() throws Exception {
        try (Broker broker = broker(); Application application = failing(broker);
             Clients clients = new Clients(broker.url())) {
            application.start();
            clients.send(clients.material("really-webp.jpg", Clients.bytes("really-webp.jpg")));
            Message dead = clients.receive("materials.failed");
            assertThat(dead.getStringProperty("reason")).contains("WebP");
            assertThat(clients.count("materials.failed")).as("further dead letters").isZero();
        }
    }

    @Test
    void sendsTheReplyAfterAllToAMessageThatFailed() throws Exception {
        try (Broker broker = broker(); Application application = failing(broker);
             Clients clients = new Clients(broker.url())) {
            application.start();
            Queue replies = sendAndAskForReply(clients, "really-webp.jpg");
            assertThat(clients.receive(replies).getBody(String.class)).contains("WebP");
            clients.receive("materials.failed");
        }
    }

    @Test
    void takesTheMessageWhoseReplyNobodyCanGetAnyMore() throws Exception {
        try (Broker broker = broker(); Application application = new Application(broker.url(), wechat.url())) {
            try (Clients clients = new Clients(broker.url())) {
                // its queue goes with the connection
                sendAndAskForReply(clients, "camel.png");
            }
            application.start();
            Awaitility.await().during(Duration.ofMillis(500)).atMost(Duration.ofSeconds(10)).until(() -> uploads() == 1);
        }
    }

    private Broker broker() throws Exception {
        return new Broker(folder, 0, Clients.USER, Clients.PASSWORD, Duration.ofMillis(50));
    }

    private static Queue sendAndAskForReply(Clients clients, String sample) throws Exception {
        Queue replies = clients.jms().createTemporaryQueue();
        Message input = clients.material(sample, Clients.bytes(sample));
        input.setJMSReplyTo(replies);
        clients.send(input);
        return replies;
    }

    private static Application failing(Broker broker) {
        return new Application(broker.url(), wechat.url())
                .set("camel.beans.broker", "#class:" + FirstCommitFails.class.getName())
                .set("camel.component.jms.recovery-interval", "100");
    }

    private static int uploads() {
        return wechat.library(WechatSimulatorExtension.APP_ID).materials().size();
    }
}
