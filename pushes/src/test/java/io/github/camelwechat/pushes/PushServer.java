package io.github.camelwechat.pushes;

import java.nio.file.Path;
import java.util.Properties;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.servlet.CamelHttpTransportServlet;
import org.apache.camel.main.Main;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Takes pushes to the platform {@code my-platform} at {@code /push}, until it is ended. It prints what the route goes
 * on with.
 */
final class PushServer {

    static final String APP_ID = "wxplatform";
    static final String TOKEN = "planted-token";
    /** The last character has no bits that Base64 does not use: an SDK reads no other key. */
    static final String SECRET_KEY = "planted0123456789planted0123456789planted04";

    private static final String PLATFORM = "camel.component.wechat-material.platforms[my-platform].";

    private PushServer() {
    }

    /**
     * Runs until it is ended.
     *
     * @param words the consumer, the port, and the folder in which the platform keeps what it has to know
     */
    public static void main(String[] words) throws Exception {
        HttpConsumer consumer = HttpConsumer.valueOf(words[0]);
        int port = Integer.parseInt(words[1]);
        Main main = new Main();
        main.setInitialProperties(properties(Path.of(words[2])));
        if (consumer == HttpConsumer.PLATFORM_HTTP) {
            main.configure().httpServer().withEnabled(true).withHost("127.0.0.1").withPort(port);
        }
        Server servlets = consumer == HttpConsumer.SERVLET ? servlets(port) : null;
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from(consumer.uri(port)).streamCache("false").to("wechat-material-platform:my-platform")
                        .process(exchange -> System.out.println("Answer: " + exchange.getMessage().getHeaders()));
            }
        });
        main.start();
        System.out.println("Pushes: http://127.0.0.1:" + port + (servlets == null ? "" : "/camel") + "/push");
        main.run();
    }

    private static Properties properties(Path store) {
        Properties properties = new Properties();
        properties.setProperty(PLATFORM + "app-id", APP_ID);
        properties.setProperty(PLATFORM + "secret", "planted-secret");
        properties.setProperty(PLATFORM + "token", TOKEN);
        properties.setProperty(PLATFORM + "secret-key", SECRET_KEY);
        properties.setProperty(PLATFORM + "store", "file:" + store);
        // where nobody is: what a code is redeemed for is another test's matter
        properties.setProperty(PLATFORM + "api-url", "http://127.0.0.1:9");
        return properties;
    }

    private static Server servlets(int port) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        ServletHolder servlet = new ServletHolder("CamelServlet", CamelHttpTransportServlet.class);
        servlet.setInitOrder(1);
        context.addServlet(servlet, "/camel/*");
        server.setHandler(context);
        server.start();
        return server;
    }
}
