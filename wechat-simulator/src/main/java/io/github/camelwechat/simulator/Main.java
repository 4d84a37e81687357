package io.github.camelwechat.simulator;

import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The simulator as a program. */
final class Main {

    private static final int FAILED = 1;
    private static final int BAD_ARGUMENTS = 2;

    private Main() {
    }

    public static void main(String[] args) throws InterruptedException {
        Optional<WechatSimulatorBuilder> builder;
        try {
            builder = Arguments.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println("See --help.");
            System.exit(BAD_ARGUMENTS);
            return;
        }
        if (builder.isEmpty()) {
            System.out.print(Arguments.HELP);
            return;
        }
        try {
            WechatSimulator simulator = builder.get().start();
            Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "wechat-simulator-stop"));
            System.out.println("WeChat simulator: " + simulator.url());
            if (simulator.hasCloud()) {
                System.out.println("Side channel of the cloud hosting: " + simulator.cloud().url());
            }
        } catch (IllegalArgumentException e) {
            // what only the whole of them shows: the owner of the cloud hosting, and the paths of interfaces
            System.err.println(e.getMessage());
            System.err.println("See --help.");
            System.exit(BAD_ARGUMENTS);
        } catch (UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(FAILED);
        }
        // the server's threads are daemons: this one keeps the program alive until it is interrupted from outside
        new CountDownLatch(1).await();
    }
}
