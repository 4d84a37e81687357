package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A preparer with a spool folder of its own, and short ways to ask it.
 */
abstract class PreparerTestBase {

    @TempDir
    Path temporary;
    Path spoolParent;
    SpoolFolder folder;
    MediaPreparer preparer;

    @BeforeEach
    void create() throws IOException {
        spoolParent = Files.createDirectory(temporary.resolve("spool"));
        folder = new SpoolFolder(spoolParent);
        preparer = new MediaPreparer(folder, Runnable::run);
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        folder.close();
        assertThat(list(spoolParent)).isEmpty();
    }

    Media prepare(Object body) {
        return prepare(body, null, null);
    }

    Media prepare(Object body, UploadRule rule, String name) {
        return preparer.prepare(new MediaRequest(Body.of(body), rule, name, -1, false, true));
    }

    Media unchecked(Object body, UploadRule rule, String name) {
        return preparer.prepare(new MediaRequest(Body.of(body), rule, name, -1, false, false));
    }

    /** The spool files that have a name. */
    List<Path> spooled() throws IOException {
        try (Stream<Path> all = Files.walk(spoolParent)) {
            return all.filter(file -> file.toString().endsWith(".spool")).toList();
        }
    }

    /** The descriptors of the spool files that this process has open, with a name or without. Linux only. */
    List<Path> openFiles() throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.filter(this::isSpoolFile).toList();
        }
    }

    private boolean isSpoolFile(Path descriptor) {
        try {
            String target = Files.readSymbolicLink(descriptor).toString();
            return target.startsWith(spoolParent.toString()) && target.contains(".spool");
        } catch (IOException e) {
            // closed meanwhile
            return false;
        }
    }

    static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }
}
