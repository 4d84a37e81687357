package io.github.camelwechat.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.camelwechat.simulator.WechatSimulator;

/** The packaged files in a process of their own, whose classes are all Camel's and the component's. */
final class Program implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path TARGET = Path.of("examples/yaml/target").toAbsolutePath();

    private final Path log;
    private final Process process;

    private Program(Path log, Process process) {
        this.log = log;
        this.process = process;
    }

    /** One of Camel's main classes, with the jars that it is run with. */
    enum Engine {

        MAIN("org.apache.camel.main.Main", TARGET + "/yaml.jar", List.of()),
        KAMELET_MAIN("org.apache.camel.main.KameletMain", TARGET + "/yaml.jar:" + TARGET + "/kamelet-main/*",
                     List.of("-download", "false"));

        private final String mainClass;
        private final String classPath;
        private final List<String> arguments;

        Engine(String mainClass, String classPath, List<String> arguments) {
            this.mainClass = mainClass;
            this.classPath = classPath;
            this.arguments = arguments;
        }
    }

    /**
     * Starts it.
     *
     * @param folder in which it runs, with its inbox and its log
     * @param routes the file in the folder of routes
     */
    static Program start(Engine engine, String routes, Path folder, WechatSimulator wechat, String secret) throws IOException {
        Path log = folder.resolve("log");
        List<String> command = Stream.of(
                Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dcamel.main.routes-include-pattern=classpath:routes/" + routes, "-cp", engine.classPath,
                        engine.mainClass),
                engine.arguments.stream()).flatMap(words -> words).toList();
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(Map.of("WECHAT_APP_ID", "wxdemo", "WECHAT_APP_SECRET", secret, "WECHAT_API_URL",
                wechat.url(),
                // Chinese file names, whatever the locale
                "LC_ALL", "C.UTF-8"));
        return new Program(log, builder.start());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** {@return all that it has printed} */
    String log() throws IOException {
        return Files.readString(log);
    }

    /** Ends it by SIGTERM. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }
}
