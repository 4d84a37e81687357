package io.github.camelwechat.simulator;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import io.github.camelwechat.simulator.rule.WhitelistScope;

/** The program's arguments. */
final class Arguments {

    static final String HELP = """
            The material interfaces of the WeChat Official Account API on 127.0.0.1.

            java -jar wechat-simulator.jar --app ID:SECRET [--app ID:SECRET ...] [--platform ID:SECRET ...]
                                             [--port N] [--data DIR]
                                             [--cloud ID [--cloud-port N] [--cloud-token-file FILE] [--cloud-path PATH ...]]
                                             [--key-store FILE --key-store-password PASSWORD]
                                             [--allow-host NAME ...] [--whitelist-scope all|token]

              --app ID:SECRET   an account, as often as there are accounts
              --platform ID:SECRET
                                a third-party platform that the accounts can authorize, as often as there are platforms
              --port N          where to listen; 0 chooses a free port; 8089 if not given
              --cloud ID        an environment of the cloud hosting that belongs to this account or platform
              --cloud-port N    where its side channel listens, by plain HTTP; 0 chooses a free port; 8090 if not given
              --cloud-token-file FILE
                                keep the WeChat token in this file; without it in none
              --cloud-path PATH a path that cloud calls may have, as often as there are paths; all, if none is given
              --data DIR        keep the materials in this folder; without it they go with the program
              --key-store FILE  serve by HTTPS with the private key and certificate in this file
              --key-store-password PASSWORD
                                of the key store and of the key
              --allow-host NAME serve requests that call the simulator by this name, as often as there are names;
                                without it only localhost, 127.0.0.1 and other loopback addresses
              --whitelist-scope all|token
                                which calls the IP white lists bind: all, if not given, or those for tokens only
              --help            this text

            Prints its URL when it is ready. Ctrl-C ends it. Faults, quotas, switches, the journal and the stored bytes:
            GET /__simulator
            """;

    private static final int DEFAULT_PORT = 8089;
    private static final List<String> KNOWN = List.of(
            "--app", "--platform", "--port", "--cloud", "--cloud-port", "--cloud-token-file", "--cloud-path", "--data",
            "--key-store", "--key-store-password", "--allow-host", "--whitelist-scope");

    private Arguments() {
    }

    /** {@return what is to be started; empty if only the help is wanted} */
    static Optional<WechatSimulatorBuilder> parse(String... args) {
        if (Arrays.asList(args).contains("--help")) {
            return Optional.empty();
        }
        WechatSimulatorBuilder simulator = WechatSimulator.builder().port(DEFAULT_PORT);
        CloudArguments cloud = new CloudArguments();
        boolean anyApp = false;
        Path keyStore = null;
        String password = null;
        Iterator<String> left = Arrays.asList(args).iterator();
        while (left.hasNext()) {
            String name = left.next();
            if (!KNOWN.contains(name)) {
                throw new IllegalArgumentException(
                        "Unknown argument '" + name + "'; known are " + String.join(", ", KNOWN) + ", --help");
            }
            if (!left.hasNext()) {
                throw new IllegalArgumentException(name + " needs a value");
            }
            String value = left.next();
            switch (name) {
                case "--app" -> anyApp = app(simulator, value);
                case "--platform" -> platform(simulator, value);
                case "--port" -> simulator.port(port(name, value));
                case "--cloud" -> cloud.owner(value);
                case "--cloud-port" -> cloud.port(port(name, value));
                case "--cloud-token-file" -> cloud.tokenFile(Path.of(value));
                case "--cloud-path" -> cloud.path(value);
                case "--key-store" -> keyStore = Path.of(value);
                case "--key-store-password" -> password = value;
                case "--allow-host" -> simulator.allowHost(value);
                case "--whitelist-scope" -> whitelistScope(simulator, WhitelistScope.named(value));
                default -> simulator.data(Path.of(value));
            }
        }
        if (keyStore != null && password != null) {
            simulator.https(keyStore, password);
        } else if (keyStore != null || password != null) {
            throw new IllegalArgumentException("--key-store and --key-store-password need each other");
        }
        cloud.environment().ifPresent(simulator::cloud);
        if (!anyApp) {
            throw new IllegalArgumentException("No account is given: --app wxdemo:secret");
        }
        return Optional.of(simulator);
    }

    private static void whitelistScope(WechatSimulatorBuilder simulator, WhitelistScope scope) {
        simulator.switches(switches -> switches.whitelistScope(scope));
    }

    private static boolean app(WechatSimulatorBuilder simulator, String value) {
        int colon = colon("--app", "wxdemo", value);
        simulator.app(value.substring(0, colon), value.substring(colon + 1));
        return true;
    }

    private static void platform(WechatSimulatorBuilder simulator, String value) {
        int colon = colon("--platform", "wxplatform", value);
        simulator.platform(value.substring(0, colon), value.substring(colon + 1));
    }

    private static int colon(String name, String example, String value) {
        int colon = value.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException(
                    name + " wants ID:SECRET, for example " + example + ":secret, not '" + value + "'");
        }
        return colon;
    }

    private static int port(String name, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " wants a number from 0 to 65535, not '" + value + "'", e);
        }
    }
}
