package io.github.camelwechat.jms;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;

import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Sends the files of a folder, and prints what is replied of each. It ends when it has all replies. */
public final class SendFolder {

    private final ActiveMQConnectionFactory broker;
    private final PrintStream out;

    SendFolder(ActiveMQConnectionFactory broker, PrintStream out) {
        this.broker = broker;
        this.out = out;
    }

    public static void main(String[] words) throws Exception {
        if (words.length != 1) {
            throw new IllegalArgumentException("Usage: DIR, with JMS_USER and JMS_PASSWORD set");
        }
        try (ActiveMQConnectionFactory broker = new ActiveMQConnectionFactory(
                System.getenv().getOrDefault("JMS_URL", "tcp://localhost:61616"), System.getenv("JMS_USER"),
                System.getenv("JMS_PASSWORD"))) {
            new SendFolder(broker, System.out).run(Path.of(words[0]));
        }
    }

    void run(Path folder) throws IOException, InterruptedException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        try (JMSContext jms = broker.createContext()) {
            CountDownLatch left = new CountDownLatch(files.size());
            Queue replies = jms.createTemporaryQueue();
            tell(jms, replies, left);
            try (JMSContext sending = jms.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
                Queue materials = sending.createQueue("materials");
                files.forEach(file -> send(sending, materials, replies, file));
            }
            out.println("sent: " + files.size());
            left.await();
        }
    }

    private static void send(JMSContext jms, Queue materials, Queue replies, Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            // by the name as correlation ID it knows what a reply is about
            jms.createProducer().setProperty("file_name", name).setJMSCorrelationID(name).setJMSReplyTo(replies)
                    .send(materials, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(JMSContext jms, Queue replies, CountDownLatch left) {
        jms.createConsumer(replies).setMessageListener(message -> {
            try {
                boolean stored = message.getBody(String.class).contains("\"media_id\"");
                out.println((stored ? "stored: " : "refused: ") + message.getJMSCorrelationID());
            } catch (JMSException e) {
                throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
            }
            left.countDown();
        });
    }
}
