package io.github.camelwechat.material.internal.media;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.WechatMaterialException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static io.github.camelwechat.material.internal.media.PreparerTestBase.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

@Timeout(60)
class SpoolFolderTest {

    @TempDir
    Path parent;

    @Test
    void isMadeAtTheFirstFileAndDeletedInTheEnd() throws IOException {
        SpoolFolder folder = new SpoolFolder(parent);
        assertThat(list(parent)).isEmpty();

        Path file = folder.newFile();
        Path own = file.getParent();
        assertThat(own.getParent()).isEqualTo(parent);
        assertThat(own.getFileName().toString()).startsWith("camel-wechat-material-");
        assertThat(permissions(own)).isEqualTo("rwx------");
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(own.resolve("lock"))).isEqualTo("rw-------");
        assertThat(folder.newFile().getParent()).isEqualTo(own);

        folder.close();
        folder.close();
        assertThat(list(parent)).isEmpty();
        assertThatIOException().isThrownBy(folder::newFile).withMessageContaining("stopped");
        assertThat(list(parent)).isEmpty();
    }

    @Test
    void afterTheStopNothingIsSentAndNoRoomIsAskedFor() {
        SpoolFolder folder = new SpoolFolder(parent);
        folder.close();

        assertThatExceptionOfType(NotSentException.class).isThrownBy(() -> folder.prepare("camel.png"))
                .withMessage("camel.png: not sent, the component is stopped");
    }

    @Test
    void canBeMadeAheadOfTheFirstFileOfAnyThread() throws Exception {
        try (SpoolFolder folder = new SpoolFolder(parent)) {
            folder.prepare("getMaterial");
            assertThat(list(parent)).hasSize(1);

            Path file = CompletableFuture.supplyAsync(() -> newFile(folder)).get(20, TimeUnit.SECONDS);
            assertThat(file.getParent()).isEqualTo(list(parent).get(0));
            assertThat(folder.newFile()).exists();
            CompletableFuture.runAsync(() -> folder.prepare("getMaterial")).get(20, TimeUnit.SECONDS);
            CompletableFuture.runAsync(folder::close).get(20, TimeUnit.SECONDS);
        }
    }

    private static Path newFile(SpoolFolder folder) {
        try {
            return folder.newFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whereItCannotBeMadeTheErrorSaysForWhat() {
        try (SpoolFolder folder = new SpoolFolder(parent.resolve("missing"))) {
            assertThatExceptionOfType(WechatMaterialException.class).isThrownBy(() -> folder.prepare("getMaterial"))
                    .withMessageStartingWith("getMaterial: no temporary copy can be written below " + parent);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void keepsNothingOpenOnceItIsClosed() throws IOException {
        SpoolFolder folder = new SpoolFolder(parent);
        folder.newFile();
        assertThat(openFiles()).as("its lock").isEqualTo(1);

        folder.close();
        assertThat(openFiles()).isZero();
    }

    /** Deleted ones included. */
    private long openFiles() throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.filter(this::isBelowParent).count();
        }
    }

    private boolean isBelowParent(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).startsWith(parent);
        } catch (IOException e) {
            // closed meanwhile
            return false;
        }
    }

    @Test
    void liesInTheTemporaryFolder() throws IOException {
        try (SpoolFolder folder = new SpoolFolder()) {
            assertThat(folder.newFile().getParent().getParent()).isEqualTo(Path.of(System.getProperty("java.io.tmpdir")));
        }
    }

    @Test
    void twoInOneProcessLeaveEachOtherAlone() throws Exception {
        try (SpoolFolder one = new SpoolFolder(parent)) {
            Path first = one.newFile();
            try (SpoolFolder two = new SpoolFolder(parent)) {
                Path second = two.newFile();
                assertThat(first.getParent()).isNotEqualTo(second.getParent());
            }
            assertThat(first).exists();

            // and the first one's lock still holds against another process
            try (Spooler other = new Spooler(parent)) {
                assertThat(first).exists();
                assertThat(other.file).exists();
            }
        }
    }

    @Test
    void sweepsWhatADeadProcessLeftAndNothingElse() throws Exception {
        Path foreign = Files.createDirectory(parent.resolve("camel-wechat-material-of-the-user"));
        Files.createFile(foreign.resolve("precious.txt"));
        Path precious = Files.createFile(parent.resolve("precious.txt"));
        Path link = Files.createSymbolicLink(parent.resolve("camel-wechat-material-link"), foreign);

        try (Spooler living = new Spooler(parent); Spooler dead = new Spooler(parent)) {
            dead.kill();
            assertThat(dead.file).exists();
            // only now: the two have swept as well
            Path abandoned = Files.createDirectory(parent.resolve("camel-wechat-material-1-2-3"));
            try (SpoolFolder folder = new SpoolFolder(parent)) {
                Path file = folder.newFile();
                assertThat(dead.file.getParent()).doesNotExist();
                assertThat(abandoned).doesNotExist();
                assertThat(living.file).exists();
                assertThat(file).exists();
            }
        }
        assertThat(list(parent)).containsExactlyInAnyOrder(foreign, precious, link);
        assertThat(foreign.resolve("precious.txt")).exists();
    }

    @Test
    void aFolderThatACleanerTookIsMadeAnew() throws IOException {
        try (SpoolFolder folder = new SpoolFolder(parent)) {
            Path first = folder.newFile();
            SpoolFolderCleaner.clear(first.getParent());
            Files.delete(first.getParent());

            assertThat(folder.newFile()).exists();
        }
        assertThat(list(parent)).isEmpty();
    }

    @Test
    void processesThatStartTogetherDoNotTakeEachOthersFolders() throws Exception {
        List<Spooler> processes = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Spooler>> starting = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            starting.add(threads.submit(() -> new Spooler(parent)));
        }
        for (Future<Spooler> each : starting) {
            processes.add(each.get());
        }
        for (Spooler process : processes) {
            assertThat(process.file).exists();
            process.close();
        }
        threads.shutdown();
        assertThat(list(parent)).isEmpty();
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /** Another process that spools one file and then waits. */
    static final class Spooler implements AutoCloseable {

        private final Process process;
        final Path file;

        Spooler(Path parent) throws IOException {
            process = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx32m", "-cp",
                    System.getProperty("java.class.path"), Main.class.getName(), parent.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT).start();
            BufferedReader out = process.inputReader();
            file = Path.of(out.readLine());
        }

        void kill() throws InterruptedException {
            process.destroyForcibly();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }

        /** Its standard input ends: it closes its folder and ends too. */
        @Override
        public void close() throws IOException {
            process.getOutputStream().close();
            process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        }
    }

    static final class Main {

        private Main() {
        }

        public static void main(String[] args) throws IOException {
            try (SpoolFolder folder = new SpoolFolder(Path.of(args[0]))) {
                System.out.println(folder.newFile());
                while (System.in.read() >= 0) {
                    // until the test is done with this process
                }
            }
        }
    }
}
