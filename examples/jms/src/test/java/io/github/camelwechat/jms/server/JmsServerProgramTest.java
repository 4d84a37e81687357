package io.github.camelwechat.jms.server;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSSecurityRuntimeException;

import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The broker as a program. */
class JmsServerProgramTest {

    private static final String NAME = "JMS server: ";
    private static final Map<String, String> USER = Map.of("JMS_USER", "tester", "JMS_PASSWORD", "known");

    private final Path folder;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    JmsServerProgramTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void keepsMessagesInItsFolder() throws Exception {
        try (Broker broker = start(USER); ActiveMQConnectionFactory clients = clients("known");
             JMSContext jms = clients.createContext()) {
            jms.createProducer().send(jms.createQueue("materials"), "what is sent before");
            assertThat(output.toString(StandardCharsets.UTF_8).strip()).isEqualTo(NAME + broker.url());
        }
        output.reset();
        try (Broker again = start(USER); ActiveMQConnectionFactory clients = clients("known");
             JMSContext jms = clients.createContext()) {
            assertThat(again.url()).startsWith("tcp://127.0.0.1:");
            assertThat(jms.createConsumer(jms.createQueue("materials")).receiveBody(String.class, 10_000))
                    .isEqualTo("what is sent before");
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() throws Exception {
        try (Broker broker = start(USER); ActiveMQConnectionFactory clients = clients("guessed")) {
            assertThatThrownBy(clients::createContext).as(broker.url()).isInstanceOf(JMSSecurityRuntimeException.class);
        }
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> start(Map.of("JMS_USER", "tester"))).hasMessage("JMS_PASSWORD is not set");
        assertThatThrownBy(() -> JmsServerProgram.start(new String[] { "--port", "0" }, USER, System.out))
                .hasMessageStartingWith("Usage: --folder DIR --port N");
    }

    private Broker start(Map<String, String> environment) throws Exception {
        return JmsServerProgram.start(new String[] { "--folder", folder.toString(), "--port", "0" }, environment,
                new PrintStream(output, true, StandardCharsets.UTF_8));
    }

    private ActiveMQConnectionFactory clients(String password) {
        String url = output.toString(StandardCharsets.UTF_8).strip().substring(NAME.length());
        return new ActiveMQConnectionFactory(url, "tester", password);
    }
}
