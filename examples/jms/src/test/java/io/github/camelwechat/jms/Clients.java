package io.github.camelwechat.jms;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;

import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Who sends material, and reads what became of it. */
final class Clients implements AutoCloseable {

    static final String USER = "tester";
    static final String PASSWORD = "only-known-to-the-tests";

    private static final long PATIENCE = 10_000;

    private final ActiveMQConnectionFactory factory;
    private final JMSContext jms;
    private final Map<Queue, JMSConsumer> consumers = new HashMap<>();

    Clients(String broker) {
        factory = new ActiveMQConnectionFactory(broker, USER, PASSWORD);
        jms = factory.createContext();
    }

    JMSContext jms() {
        return jms;
    }

    BytesMessage material(String fileName, byte[] bytes) throws JMSException {
        BytesMessage message = jms.createBytesMessage();
        message.writeBytes(bytes);
        message.setStringProperty("file_name", fileName);
        return message;
    }

    Message send(Message message) {
        jms.createProducer().send(jms.createQueue("materials"), message);
        return message;
    }

    Message receive(String queue) {
        return receive(jms.createQueue(queue));
    }

    Message receive(Queue queue) {
        Message message = consumers.computeIfAbsent(queue, jms::createConsumer).receive(PATIENCE);
        assertThat(message).as("a message in %s", queue).isNotNull();
        return message;
    }

    int count(String queue) throws JMSException {
        try (QueueBrowser browser = jms.createBrowser(jms.createQueue(queue))) {
            Enumeration<?> messages = browser.getEnumeration();
            return Collections.list(messages).size();
        }
    }

    /** What a test has left is none of the next one's. */
    void drain() {
        for (String queue : List.of("materials", "materials.done", "materials.failed", "DLQ")) {
            JMSConsumer rest = consumers.computeIfAbsent(jms.createQueue(queue), jms::createConsumer);
            while (rest.receiveNoWait() != null) {
                // it is gone
            }
        }
    }

    static byte[] bytes(String name) throws IOException {
        try (InputStream in = Clients.class.getResourceAsStream("/media/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    @Override
    public void close() {
        jms.close();
        factory.close();
    }
}
