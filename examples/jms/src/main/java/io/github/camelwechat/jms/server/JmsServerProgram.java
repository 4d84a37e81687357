package io.github.camelwechat.jms.server;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The broker in a process of its own, until it is ended: {@code --folder DIR --port N}. */
public final class JmsServerProgram {

    private JmsServerProgram() {
    }

    public static void main(String[] words) throws Exception {
        Broker broker = start(words, System.getenv(), System.out);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
    }

    /** {@return the broker, whose address has been printed} */
    static Broker start(String[] words, Map<String, String> environment, PrintStream out) throws Exception {
        if (words.length != 4 || !words[0].equals("--folder") || !words[2].equals("--port")) {
            throw new IllegalArgumentException("Usage: --folder DIR --port N, with JMS_USER and JMS_PASSWORD set");
        }
        Broker broker = new Broker(
                Path.of(words[1]), Integer.parseInt(words[3]), setting(environment, "JMS_USER"),
                setting(environment, "JMS_PASSWORD"), Duration.ofSeconds(5));
        out.println("JMS server: " + broker.url());
        return broker;
    }

    private static String setting(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException(name + " is not set");
        }
        return value;
    }
}
