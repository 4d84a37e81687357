package io.github.camelwechat.jms;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.StreamMessage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelwechat.jms.server.Broker;
import io.github.camelwechat.simulator.WechatSimulatorExtension;
import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.library.Material;
import io.github.camelwechat.simulator.library.MaterialType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static io.github.camelwechat.jms.Clients.bytes;
import static org.assertj.core.api.Assertions.assertThat;

/** What comes into the queue, and where it ends, with a broker and an API that are real. */
class UploadRoutesTest {

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    private static final String ADD_MATERIAL = "/cgi-bin/material/add_material";

    private static Broker broker;
    private static Application application;

    private final Clients clients = new Clients(broker.url());
    private final JMSContext jms = clients.jms();

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        broker = new Broker(folder, 0, Clients.USER, Clients.PASSWORD, Duration.ofMillis(50));
        application = new Application(broker.url(), wechat.url()).start();
    }

    @AfterAll
    static void stop() {
        application.close();
        broker.close();
    }

    @AfterEach
    void drain() {
        clients.drain();
        clients.close();
    }

    @Test
    void sendsWhatIsStoredToTheQueueOfResults() throws Exception {
        Message input = send(material("骆驼.jpg", "luotuo.jpg"));
        Message result = receive("materials.done");
        JsonNode json = new ObjectMapper().readTree(result.getBody(String.class));
        Material stored = onlyMaterial();
        assertThat(json.path("media_id").asText()).isEqualTo(stored.mediaId());
        assertThat(json.path("url").asText()).startsWith("http");
        assertThat(json.path("file_name").asText()).isEqualTo("骆驼.jpg").isEqualTo(stored.name());
        assertThat(result.getJMSCorrelationID()).isEqualTo(input.getJMSMessageID());
        assertThat(result.propertyExists("file_name")).isFalse();
        assertThat(stored.bytes()).isEqualTo(bytes("luotuo.jpg"));
    }

    @Test
    void describesAVideoByProperties() throws Exception {
        Message input = material("walk.mp4", "walk.mp4");
        input.setStringProperty("title", "散步");
        input.setStringProperty("introduction", "A camel, walking");
        send(input);
        receive("materials.done");
        assertThat(onlyMaterial().title()).isEqualTo("散步");
        assertThat(onlyMaterial().introduction()).isEqualTo("A camel, walking");
    }

    @Test
    void uploadsAsTheTypeThatAPropertyNames() throws Exception {
        Message input = material("cover.jpg", "luotuo.jpg");
        input.setStringProperty("type", "thumb");
        send(input);
        receive("materials.done");
        assertThat(onlyMaterial().type()).isEqualTo(MaterialType.THUMB);
    }

    @Test
    void repliesToWhoAsksForIt() throws Exception {
        Queue replies = jms.createTemporaryQueue();
        Message input = material("camel.png", "camel.png");
        input.setJMSReplyTo(replies);
        input.setJMSCorrelationID("chosen by the sender");
        send(input);
        Message reply = clients.receive(replies);
        assertThat(reply.getBody(String.class)).contains(onlyMaterial().mediaId(), "camel.png");
        assertThat(reply.getJMSCorrelationID()).isEqualTo("chosen by the sender");
        assertThat(clients.count("materials.done")).isZero();
    }

    @Test
    void repliesWithTheReasonToWhoAsksForIt() throws Exception {
        wechat.faults().next(ADD_MATERIAL, Fault.errcode(45009));
        Queue replies = jms.createTemporaryQueue();
        Message input = material("camel.png", "camel.png");
        input.setJMSReplyTo(replies);
        send(input);
        JsonNode reply = new ObjectMapper().readTree(clients.receive(replies).getBody(String.class));
        assertThat(reply.path("file_name").asText()).isEqualTo("camel.png");
        assertThat(reply.path("errcode").asInt()).isEqualTo(45009);
        assertThat(reply.path("advice").asText()).contains("midnight");
        assertThat(receive("materials.failed").getIntProperty("errcode")).isEqualTo(45009);
    }

    @Test
    void uploadsOnceWhatNobodyCanBeToldOf() throws Exception {
        Message input = material("camel.png", "camel.png");
        // the application may not make a queue
        input.setJMSReplyTo(jms.createQueue("nowhere"));
        send(input);
        Message dead = receive("materials.failed");
        assertThat(dead.getStringProperty("media_id")).isEqualTo(onlyMaterial().mediaId());
        assertThat(dead.getStringProperty("url")).startsWith("http");
        assertThat(dead.getStringProperty("advice")).isEqualTo("It is in the library: do not send it again.");
        assertThat(dead.getBody(byte[].class)).isEqualTo(bytes("camel.png"));
        assertThat(wechat.journal().count(ADD_MATERIAL)).isEqualTo(1);
        assertThat(clients.count("materials.done")).isZero();
    }

    @Test
    void sendsOnceWhatMayBeInTheLibraryAndNobodyCanBeToldOf() throws Exception {
        wechat.faults().next(ADD_MATERIAL, Fault.answerLost());
        Message input = material("camel.png", "camel.png");
        input.setJMSReplyTo(jms.createQueue("nowhere"));
        send(input);
        assertThat(receive("materials.failed").getStringProperty("advice")).startsWith("Look first");
        assertThat(wechat.journal().count(ADD_MATERIAL)).isEqualTo(1);
    }

    @Test
    void uploadsADeadLetterThatIsSentAgain() throws Exception {
        wechat.faults().next(ADD_MATERIAL, Fault.errcode(40137));
        send(material("camel.png", "camel.png"));
        send(receive("materials.failed"));
        receive("materials.done");
        assertThat(onlyMaterial().name()).isEqualTo("camel.png");
    }

    @Test
    void deliversAgainWhatWasRefusedForTheAccount() throws Exception {
        wechat.faults().next(ADD_MATERIAL, Fault.errcode(40164));
        send(material("camel.png", "camel.png"));
        receive("materials.done");
        assertThat(clients.count("materials.failed")).isZero();
    }

    @Test
    void keepsARefusedMessageAsItCameWithTheReasonBesideIt() throws Exception {
        Message input = material("骆驼.jpg", "really-webp.jpg");
        input.setStringProperty("title", "ours");
        send(input);
        Message dead = receive("materials.failed");
        assertThat(dead.getBody(byte[].class)).isEqualTo(bytes("really-webp.jpg"));
        assertThat(dead.getStringProperty("file_name")).isEqualTo("骆驼.jpg");
        assertThat(dead.getStringProperty("title")).isEqualTo("ours");
        assertThat(dead.getStringProperty("reason")).contains("WebP");
        assertThat(dead.getStringProperty("advice")).isEqualTo("Mend the message, and send it anew.");
        assertThat(dead.propertyExists("errcode")).isFalse();
        assertThat(dead.getJMSCorrelationID()).isEqualTo(input.getJMSMessageID());
        assertThat(wechat.journal().count(ADD_MATERIAL)).isZero();
    }

    @Test
    void buriesAtOnceWhatWechatRefusesForGood() throws Exception {
        wechat.faults().next(ADD_MATERIAL, Fault.errcode(45009));
        send(material("camel.png", "camel.png"));
        Message dead = receive("materials.failed");
        assertThat(dead.getIntProperty("errcode")).isEqualTo(45009);
        assertThat(dead.getStringProperty("advice")).contains("midnight");
        assertThat(dead.getBody(byte[].class)).isEqualTo(bytes("camel.png"));
        assertThat(wechat.journal().count(ADD_MATERIAL)).isEqualTo(1);
    }

    @Test
    void buriesAtOnceWhatMayBeInTheLibrary() throws Exception {
        wechat.faults().next(ADD_MATERIAL, Fault.answerLost());
        send(material("camel.png", "camel.png"));
        Message dead = receive("materials.failed");
        assertThat(dead.getStringProperty("advice")).startsWith("Look first");
        assertThat(dead.propertyExists("errcode")).isFalse();
        assertThat(wechat.journal().count(ADD_MATERIAL)).isEqualTo(1);
        assertThat(clients.count("materials.done")).isZero();
    }

    @Test
    void buriesAfterTheLastDeliveryWithTheCode() throws Exception {
        wechat.faults().always(ADD_MATERIAL, Fault.errcode(45011));
        send(material("camel.png", "camel.png"));
        Message dead = receive("materials.failed");
        assertThat(dead.getIntProperty("errcode")).isEqualTo(45011);
        assertThat(dead.getStringProperty("advice")).contains("minute");
        assertThat(dead.getBody(byte[].class)).isEqualTo(bytes("camel.png"));
        assertThat(wechat.journal().count(ADD_MATERIAL)).isEqualTo(5);
        assertThat(clients.count("DLQ")).isZero();
    }

    @Test
    void buriesAMessageThatAsksForATypeThatDoesNotExist() throws Exception {
        Message input = material("camel.png", "camel.png");
        input.setStringProperty("type", "hologram");
        send(input);
        assertThat(receive("materials.failed").getStringProperty("reason")).contains("hologram");
    }

    @Test
    void buriesText() throws Exception {
        send(jms.createTextMessage("a text"));
        Message dead = receive("materials.failed");
        assertThat(dead.getBody(String.class)).isEqualTo("a text");
        assertThat(dead.getStringProperty("advice")).isEqualTo("Mend the message, and send it anew.");
    }

    @Test
    void buriesNothing() throws Exception {
        send(clients.material("empty.png", new byte[0]));
        assertThat(receive("materials.failed").getStringProperty("reason")).contains("empty.png");
        send(jms.createMessage());
        assertThat(receive("materials.failed").getStringProperty("reason")).isNotEmpty();
    }

    @Test
    void buriesAMap() throws Exception {
        MapMessage input = jms.createMapMessage();
        input.setString("key", "value");
        send(input);
        Message dead = receive("materials.failed");
        assertThat(((MapMessage) dead).getString("key")).isEqualTo("value");
    }

    @Test
    void buriesAStream() throws Exception {
        StreamMessage input = jms.createStreamMessage();
        input.writeString("a string");
        send(input);
        assertThat(((StreamMessage) receive("materials.failed")).readString()).isEqualTo("a string");
    }

    @Test
    void makesNoObjectOfWhatSomebodySends() throws Exception {
        send(jms.createObjectMessage(new ArrayList<>(List.of("anything"))));
        Message dead = receive("materials.failed");
        assertThat(dead.getBody(Serializable.class)).isEqualTo(List.of("anything"));
        assertThat(dead.getStringProperty("reason")).contains("BytesMessage");
        assertThat(dead.getIntProperty("JMSXDeliveryCount")).isEqualTo(1);
    }

    @Test
    void buriesALargeMessageWhole() throws Exception {
        byte[] tooLarge = Arrays.copyOf(bytes("camel.png"), 11 << 20);
        send(clients.material("camel.png", tooLarge));
        Message dead = receive("materials.failed");
        assertThat(dead.getBody(byte[].class)).isEqualTo(tooLarge);
        assertThat(dead.getStringProperty("reason")).contains("10 MB");
    }

    private BytesMessage material(String fileName, String resource) throws Exception {
        return clients.material(fileName, bytes(resource));
    }

    private Message send(Message message) {
        return clients.send(message);
    }

    private Message receive(String queue) {
        return clients.receive(queue);
    }

    private static Material onlyMaterial() {
        List<Material> materials = wechat.library(WechatSimulatorExtension.APP_ID).materials();
        assertThat(materials).hasSize(1);
        return materials.get(0);
    }
}
