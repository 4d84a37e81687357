package io.github.camelwechat.consumers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An application that is built, and the version of Camel that it has chosen. */
enum Consumer {

    BOOT_3_5("boot/3.5", "boot-3.5-1.jar", "BOOT-INF/lib", "4.18.0"),
    BOOT_4_0("boot/4.0", "boot-4.0-1.jar", "BOOT-INF/lib", "4.22.0"),
    BOOT_WITHOUT_STARTER("boot-without-starter", "boot-without-starter-1.jar", "BOOT-INF/lib", "4.22.0",
                         "camel-attachments", "camel-cloud", "camel-http", "camel-http-base", "camel-http-common",
                         "camel-jackson"),
    QUARKUS("quarkus", "quarkus-app/quarkus-run.jar", "quarkus-app/lib/main", "4.18.2"),
    MAIN_4_18("main/4.18", "main-4.18-1.jar", "lib", "4.18.0"),
    MAIN_4_22("main/4.22", "main-4.22-1.jar", "lib", "4.22.0");

    /** Quarkus puts the group before the name. */
    private static final Pattern CAMEL
            = Pattern.compile("(?:org\\.apache\\.camel\\.(?:springboot\\.)?)?(camel-[a-z0-9-]*[a-z0-9])-(\\d.*)\\.jar");
    private static final Pattern OURS = Pattern.compile("(?:io\\.github\\.camelwechat\\.)?camel-wechat-material-\\d.*\\.jar");

    private final Path target;
    private final String jar;
    private final String libraries;
    private final String camelVersion;
    private final Set<String> atOurVersion;

    /**
     * @param folder       below this one's parent
     * @param jar          what is started, below the folder's target
     * @param libraries    the folder of the jars, inside that jar or below target
     * @param camelVersion what the application asks for
     * @param atOurVersion the jars of Camel that have the version of the component
     */
    Consumer(String folder, String jar, String libraries, String camelVersion, String... atOurVersion) {
        this.target = Path.of("..", folder, "target").toAbsolutePath().normalize();
        this.jar = jar;
        this.libraries = libraries;
        this.camelVersion = camelVersion;
        this.atOurVersion = Set.of(atOurVersion);
    }

    Path jar() {
        return target.resolve(jar);
    }

    String camelVersion() {
        return camelVersion;
    }

    Set<String> atOurVersion() {
        return atOurVersion;
    }

    /** Returns the versions of Camel's own jars and starters by their names. */
    Map<String, String> camelJars() throws IOException {
        Map<String, String> versions = new TreeMap<>();
        eachJar((name, file) -> {
            Matcher camel = CAMEL.matcher(name);
            if (camel.matches() && !camel.group(1).startsWith("camel-wechat-material")) {
                versions.put(camel.group(1), camel.group(2));
            }
        });
        return versions;
    }

    /** Returns the digest of the component's jar. */
    String digest() throws IOException {
        StringBuilder digest = new StringBuilder();
        eachJar((name, file) -> {
            if (OURS.matcher(name).matches()) {
                digest.append(sha256(file));
            }
        });
        return digest.toString();
    }

    private void eachJar(BiConsumer<String, Path> action) throws IOException {
        if (libraries.startsWith("BOOT-INF")) {
            try (FileSystem inside = FileSystems.newFileSystem(jar())) {
                eachJar(inside.getPath(libraries), action);
            }
        } else {
            eachJar(target.resolve(libraries), action);
        }
    }

    private static void eachJar(Path folder, BiConsumer<String, Path> action) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> action.accept(file.getFileName().toString(), file));
        }
    }

    private static String sha256(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.readAllBytes()));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
