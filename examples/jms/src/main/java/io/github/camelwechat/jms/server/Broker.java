package io.github.camelwechat.jms.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/** An Artemis broker on this machine, with the queues of the example and one user. What it holds lies in a folder. */
public final class Broker implements AutoCloseable {

    private static final String ACCEPTOR = "tcp";
    private static final String ROLE = "applications";

    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();

    /**
     * Starts one.
     *
     * @param folder          which may hold what an earlier one has left
     * @param port            0 for any that is free
     * @param user            who may send and receive
     * @param password        of that user
     * @param redeliveryDelay before a message comes a second time
     */
    public Broker(Path folder, int port, String user, String password, Duration redeliveryDelay) throws Exception {
        server.setConfiguration(configuration(folder, port, redeliveryDelay));
        SecurityConfiguration users = new SecurityConfiguration();
        users.addUser(user, password);
        users.addRole(user, ROLE);
        server.setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users));
        server.start();
    }

    private static Configuration configuration(Path folder, int port, Duration redeliveryDelay) throws Exception {
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setBrokerInstance(folder.toFile());
        configuration.setJournalDirectory(folder.resolve("journal").toString());
        configuration.setBindingsDirectory(folder.resolve("bindings").toString());
        configuration.setLargeMessagesDirectory(folder.resolve("large-messages").toString());
        configuration.setPagingDirectory(folder.resolve("paging").toString());
        configuration.addAcceptorConfiguration(ACCEPTOR, "tcp://127.0.0.1:" + port);
        configuration.addAddressSetting("#", new AddressSettings()
                .setRedeliveryDelay(redeliveryDelay.toMillis())
                .setRedeliveryMultiplier(3)
                .setMaxRedeliveryDelay(300_000)
                // the net below the application, which gives up after 5
                .setMaxDeliveryAttempts(10)
                .setDeadLetterAddress(SimpleString.of("DLQ"))
                .setExpiryAddress(SimpleString.of("DLQ")));
        for (String queue : List.of("materials", "materials.done", "materials.failed", "DLQ")) {
            configuration.addQueueConfiguration(QueueConfiguration.of(queue).setRoutingType(RoutingType.ANYCAST));
        }
        // send, receive, and queues for replies; neither new durable queues nor the management
        configuration.putSecurityRoles("#", Set.of(
                new Role(ROLE, true, true, false, false, true, true, false, true, true, true, false, false)));
        return configuration;
    }

    /** {@return its address for clients} */
    public String url() {
        NettyAcceptor acceptor
                = (NettyAcceptor) server.getActiveMQServer().getRemotingService().getAcceptor(ACCEPTOR);
        return "tcp://127.0.0.1:" + acceptor.getActualPort();
    }

    /** Stops it; what it holds stays in its folder. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The broker did not stop as it should", e);
        }
    }
}
