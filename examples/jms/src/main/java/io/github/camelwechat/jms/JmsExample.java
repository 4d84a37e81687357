package io.github.camelwechat.jms;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import jakarta.jms.Queue;

import io.github.camelwechat.jms.server.Broker;
import io.github.camelwechat.simulator.WechatSimulator;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.main.Main;
import org.jspecify.annotations.Nullable;

/**
 * A broker, the application and a simulator of WeChat's API, and one who sends material and reads what became of it.
 */
public final class JmsExample {

    private static final String USER = "demo";
    private static final String PASSWORD = "only-known-to-the-broker";
    private static final String SECRET = "only-known-to-the-simulator";
    private static final long PATIENCE = 30_000;

    private final PrintStream out;

    JmsExample(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] words) throws Exception {
        // a folder of its own, for a broker finds again what an earlier one has left
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "jms");
        System.exit(new JmsExample(System.out).run(folder) ? 0 : 1);
    }

    /** {@return whether each message came to the end that it should} */
    boolean run(Path folder) throws Exception {
        try (WechatSimulator wechat = WechatSimulator.builder().app("wxdemo", SECRET).start();
             Broker broker = new Broker(folder, 0, USER, PASSWORD, Duration.ofSeconds(1))) {
            // as far away as the real one
            wechat.faults().latency("/cgi-bin/material/add_material", Duration.ofMillis(200));
            Main application = application(broker.url(), wechat.url());
            application.start();
            out.printf("Broker at %s, WeChat at %s%n", broker.url(), wechat.url());
            try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(broker.url(), USER, PASSWORD);
                 JMSContext jms = factory.createContext()) {
                return sendAndRead(jms);
            } finally {
                application.stop();
            }
        }
    }

    private static Main application(String broker, String wechat) {
        Main main = new Main();
        main.configure().addRoutesBuilder(new UploadRoutes());
        main.addOverrideProperty("camel.beans.broker.brokerURL", broker);
        main.addOverrideProperty("camel.beans.broker.user", USER);
        main.addOverrideProperty("camel.beans.broker.password", PASSWORD);
        main.addOverrideProperty("camel.component.wechat-material.app-id", "wxdemo");
        main.addOverrideProperty("camel.component.wechat-material.secret", SECRET);
        main.addOverrideProperty("camel.component.wechat-material.api-url", wechat);
        return main;
    }

    private boolean sendAndRead(JMSContext jms) throws IOException, JMSException {
        Queue materials = jms.createQueue("materials");
        Queue replies = jms.createTemporaryQueue();
        producer(jms, "camel.png", Map.of()).send(materials, bytes("camel.png"));
        producer(jms, "walk.mp4", Map.of("title", "A walk", "introduction", "A camel, walking"))
                .send(materials, bytes("walk.mp4"));
        producer(jms, "really-webp.jpg", Map.of()).send(materials, bytes("really-webp.jpg"));
        producer(jms, "骆驼.jpg", Map.of()).setJMSReplyTo(replies).send(materials, bytes("luotuo.jpg"));
        JMSConsumer results = jms.createConsumer(jms.createQueue("materials.done"));
        boolean done = tell("materials.done", results.receive(PATIENCE));
        done &= tell("materials.done", results.receive(PATIENCE));
        done &= tell("reply", jms.createConsumer(replies).receive(PATIENCE));
        done &= tellOfDeadLetter(jms.createConsumer(jms.createQueue("materials.failed")).receive(PATIENCE));
        return done;
    }

    private static JMSProducer producer(JMSContext jms, String fileName, Map<String, String> properties) {
        JMSProducer producer = jms.createProducer().setProperty("file_name", fileName);
        properties.forEach(producer::setProperty);
        return producer;
    }

    private boolean tell(String where, @Nullable Message message) throws JMSException {
        String text = message == null ? "nothing came" : message.getBody(String.class);
        out.printf("%-16s  %s%n", where, text);
        return text.contains("media_id");
    }

    private boolean tellOfDeadLetter(@Nullable Message message) throws JMSException {
        if (message == null) {
            out.println("materials.failed  nothing came");
            return false;
        }
        out.printf("materials.failed  %s, %d bytes%n", message.getStringProperty("file_name"),
                message.getBody(byte[].class).length);
        out.printf("%18sreason: %s%n", "", message.getStringProperty("reason"));
        out.printf("%18sadvice: %s%n", "", message.getStringProperty("advice"));
        return true;
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = JmsExample.class.getResourceAsStream("/media/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
