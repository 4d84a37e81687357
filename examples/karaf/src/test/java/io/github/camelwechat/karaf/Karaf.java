package io.github.camelwechat.karaf;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awaitility.Awaitility;

/** An Apache Karaf in a folder of its own, with ports of its own, run by its own scripts. */
final class Karaf implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Path MODULE = Files.exists(Path.of("examples/karaf")) ? Path.of("examples/karaf") : Path.of("");
    private static final Path TARGET = MODULE.resolve("target").toAbsolutePath();
    private static final Pattern THREAD = Pattern.compile("^\"(.*?)\" #\\d+", Pattern.MULTILINE);
    /** Camel's, the component's, HttpClient's and the bundle's. */
    private static final Pattern THREAD_OF_UPLOADS
            = Pattern.compile("(Camel \\(|WechatMaterial|idle-connection-evictor|httpclient|wechat[.]upload).*");
    private static final Pattern ENTRY = Pattern.compile(
            "^\\S+ \\| (\\w+) +\\| [^|]*\\| (?:upload|UploadContext|configadmin) +\\| [^|]*\\| (?:.*Updating )?(.*)$",
            Pattern.MULTILINE);

    private final Path home;
    private final Map<String, String> variables;
    private final Ports ports;
    private Optional<ProcessHandle> process = Optional.empty();

    private Karaf(Path home, Map<String, String> variables, Ports ports) {
        this.home = home;
        this.variables = variables;
        this.ports = ports;
    }

    /**
     * Makes a copy of Karaf as it was released, and gives it free ports.
     *
     * @param home      the folder to make
     * @param variables of its environment
     */
    static Karaf create(Path home, Map<String, String> variables) throws IOException {
        Path released = TARGET.resolve("apache-karaf-" + version("karaf"));
        try (Stream<Path> files = Files.walk(released)) {
            for (Path file : files.toList()) {
                Files.copy(file, home.resolve(released.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        Karaf karaf = new Karaf(home, variables, Ports.claim());
        karaf.set("etc/org.apache.karaf.shell.cfg", "sshPort", karaf.ports.ssh());
        karaf.set("etc/org.apache.karaf.management.cfg", "rmiRegistryPort", karaf.ports.rmiRegistry());
        karaf.set("etc/org.apache.karaf.management.cfg", "rmiServerPort", karaf.ports.rmiServer());
        // how often it looks into etc and deploy, in ms
        karaf.set("etc/config.properties", "felix.fileinstall.poll", 200);
        karaf.set("etc/org.apache.felix.fileinstall-deploy.cfg", "felix.fileinstall.poll", 200);
        // what is missing is an error at once: the network is not asked for it
        karaf.change("etc/org.ops4j.pax.url.mvn.cfg", "(?m)^(org.ops4j.pax.url.mvn.repositories=).*(\n +https.*)+$", "$1");
        Files.writeString(home.resolve("etc/org.ops4j.pax.logging.cfg"),
                Files.readString(MODULE.resolve("src/main/karaf/loggers.cfg")), StandardOpenOption.APPEND);
        return karaf;
    }

    /** {@return the version of a part, which the build names} */
    static String version(String part) {
        return Objects.requireNonNull(System.getProperty(part + ".version"), part);
    }

    private void set(String file, String name, int value) throws IOException {
        change(file, "(?m)^" + Pattern.quote(name) + " *=.*$", name + " = " + value);
    }

    /** Changes one of its files as it was released. */
    void change(String file, String pattern, String replacement) throws IOException {
        Path path = home.resolve(file);
        String text = Files.readString(path);
        String changed = text.replaceAll(pattern, replacement);
        if (changed.equals(text)) {
            throw new IllegalStateException(pattern + " is not in " + file);
        }
        replace(path, changed.getBytes(StandardCharsets.UTF_8));
    }

    /** Starts it in the background, and returns when its console can be reached, which comes last. */
    void start() throws IOException, InterruptedException {
        run(script("start"));
        try {
            Awaitility.await().atMost(PATIENCE).until(() -> accepts(ports.ssh()));
        } finally {
            process = ProcessHandle.of(pid());
        }
    }

    private static boolean accepts(int port) {
        try (Socket console = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return console.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Stops it, and returns when its process has ended. */
    void stop() throws IOException, InterruptedException {
        run(script("stop"));
        process.ifPresent(running -> running.onExit().orTimeout(4, TimeUnit.MINUTES).join());
    }

    /** Ends its process at once, as {@code kill -9} does. */
    void kill() {
        process.ifPresent(running -> {
            running.destroyForcibly();
            running.onExit().orTimeout(1, TimeUnit.MINUTES).join();
        });
    }

    boolean isRunning() {
        return process.filter(ProcessHandle::isAlive).isPresent();
    }

    boolean isDeployed() {
        return Files.exists(home.resolve("deploy/karaf.jar"));
    }

    /** Puts the bundle into {@code deploy}; if it is there, Karaf takes this for a new version. */
    void deploy() throws IOException {
        replace(home.resolve("deploy/karaf.jar"), Files.readAllBytes(TARGET.resolve("karaf.jar")));
    }

    /** Takes the bundle out of {@code deploy}. */
    void undeploy() throws IOException {
        Files.delete(home.resolve("deploy/karaf.jar"));
    }

    /**
     * Writes the configuration of the uploads, and returns when Karaf has read it. File Install writes an update back
     * into the file, with which it can undo another one that follows at once: then this one is written again.
     */
    void configure(Map<String, String> properties) throws IOException {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(properties)
                .forEach((name, value) -> text.append(name).append(" = ").append(escaped(value)).append('\n'));
        int before = log().length();
        Awaitility.await().atMost(PATIENCE).until(() -> {
            if (!Files.exists(configuration()) || !Files.readString(configuration()).contentEquals(text)) {
                replace(configuration(), text.toString().getBytes(StandardCharsets.US_ASCII));
            }
            return log().substring(before).matches("(?s).*(Creating|Updating) configuration \\{wechat[.]upload}.*");
        });
    }

    private Path configuration() {
        return home.resolve("etc/wechat.upload.cfg");
    }

    /** Karaf reads these files as ISO 8859-1. */
    private static String escaped(String value) {
        return value.chars().mapToObj(c -> c < 0x80 ? Character.toString(c) : String.format("\\u%04x", c))
                .collect(Collectors.joining());
    }

    /** As one step: Karaf may look at any time. */
    private static void replace(Path file, byte[] bytes) throws IOException {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        Files.write(part, bytes);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Puts a file of features into {@code deploy}. */
    void deployFeatures(String features) throws IOException {
        replace(home.resolve("deploy/site-features.xml"), features.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes the file of features out of {@code deploy}, and so the features. */
    void undeployFeatures() throws IOException {
        Files.delete(home.resolve("deploy/site-features.xml"));
    }

    /** {@return a path of it} */
    Path file(String path) {
        return home.resolve(path);
    }

    /** {@return entries of the bundle, and errors of ConfigAdmin, from a point of the log on: level and text} */
    List<String> entries(int from) throws IOException {
        return ENTRY.matcher(log().substring(from)).results().map(entry -> entry.group(1) + " " + entry.group(2)).toList();
    }

    /** {@return all that it has logged} */
    String log() throws IOException {
        Path log = home.resolve("data/log/karaf.log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    /** Waits until the log has a text once more than at a point of it. */
    void awaitLog(int from, String text) {
        Awaitility.await().atMost(PATIENCE).until(() -> log().substring(from).contains(text));
    }

    /**
     * {@return the names of those threads that uploads have, without numbers and ports, which are not the same twice}
     */
    Set<String> threadsOfUploads() throws IOException, InterruptedException {
        return THREAD.matcher(jcmd("Thread.print")).results().map(thread -> thread.group(1))
                .filter(name -> THREAD_OF_UPLOADS.matcher(name).matches())
                .map(name -> name.replaceAll("[#(\\[0-9].*", "").strip())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** {@return what the JDK's {@code jcmd} prints about it} */
    String jcmd(String command) throws IOException, InterruptedException {
        return run(new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                String.valueOf(pid()), command));
    }

    private long pid() throws IOException {
        Path file = home.resolve("instances/instance.properties");
        if (!Files.exists(file)) {
            return 0;
        }
        Properties instances = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            instances.load(in);
        }
        return Long.parseLong(instances.getProperty("item.0.pid", "0"));
    }

    private ProcessBuilder script(String name) {
        ProcessBuilder script = new ProcessBuilder(home.resolve("bin").resolve(name).toString());
        script.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // Chinese file names, whatever the locale
        script.environment().put("LC_ALL", "C.UTF-8");
        script.environment().putAll(variables);
        return script;
    }

    private static String run(ProcessBuilder builder) throws IOException, InterruptedException {
        Path output = Files.createTempFile("karaf", ".out");
        try {
            Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(builder.command() + " does not end");
            }
            String text = Files.readString(output);
            if (process.exitValue() != 0) {
                throw new IllegalStateException(builder.command() + ": " + text);
            }
            return text;
        } finally {
            Files.delete(output);
        }
    }

    /** Ends it, if it runs. */
    @Override
    public void close() throws IOException {
        kill();
        ports.close();
    }
}
