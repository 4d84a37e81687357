package io.github.camelwechat.material;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;

import static org.awaitility.Awaitility.await;

/**
 * A FUSE file system that shows a folder, and answers no read while it is told to hang: what a network file system does
 * whose server is gone. Needs Linux, {@code /dev/fuse} and Debian's fuse3 and python3-fusepy.
 */
final class HangingFiles implements AutoCloseable {

    private static final String PYTHON = "/usr/bin/python3";

    private final Path folder;
    private final Path mountPoint;
    private final Process server;

    /** @param temporary an empty folder */
    HangingFiles(Path temporary) throws IOException {
        folder = Files.createDirectory(temporary.resolve("files"));
        mountPoint = Files.createDirectory(temporary.resolve("mount"));
        Path script = Files.createFile(temporary.resolve("hanging_files.py"));
        try (InputStream source = HangingFiles.class.getResourceAsStream("/fuse/hanging_files.py")) {
            Files.write(script, Objects.requireNonNull(source).readAllBytes());
        }
        server = new ProcessBuilder(PYTHON, script.toString(), folder.toString(), mountPoint.toString())
                .redirectErrorStream(true).redirectOutput(temporary.resolve("log").toFile()).start();
        Files.write(folder.resolve("mounted"), new byte[0]);
        await().atMost(30, TimeUnit.SECONDS).failFast("the file system has ended", () -> !server.isAlive())
                .until(() -> Files.exists(mountPoint.resolve("mounted")));
    }

    /** Skips the test where there is no FUSE; in CI it fails then. */
    static void assumeFuse() throws IOException, InterruptedException {
        boolean there = Files.isReadable(Path.of("/dev/fuse")) && Files.isExecutable(Path.of(PYTHON))
                && new ProcessBuilder(PYTHON, "-c", "import fusepy").start().waitFor() == 0;
        if (!"true".equals(System.getenv("CI"))) {
            Assumptions.assumeTrue(there, "no /dev/fuse, or no python3-fusepy");
        } else if (!there) {
            throw new AssertionError("CI needs /dev/fuse, fuse3 and python3-fusepy");
        }
    }

    Path write(String name, byte[] content) {
        try {
            Files.write(folder.resolve(name), content);
            return mountPoint.resolve(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void hang() {
        write("hang", new byte[0]);
    }

    void goOn() throws IOException {
        Files.deleteIfExists(folder.resolve("hang"));
    }

    @Override
    public void close() throws IOException {
        goOn();
        new ProcessBuilder("fusermount3", "-u", "-z", mountPoint.toString()).start().onExit().join();
        server.destroyForcibly().onExit().join();
    }
}
