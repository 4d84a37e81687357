package io.github.camelwechat.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SampleMediaTest {

    private final Path inbox;

    SampleMediaTest(@TempDir Path inbox) {
        this.inbox = inbox;
    }

    @Test
    void everyFileOfTheMediaFolderArrives() throws Exception {
        new SampleMedia().copyInto(inbox);
        List<Path> checkedIn = files(Path.of("src/main/resources/media"));
        assertThat(checkedIn.stream().mapToLong(SampleMediaTest::size).sum()).isLessThan(400_000);
        // the index itself and the README stay
        assertThat(files(inbox)).hasSize(checkedIn.size() - 2).contains(inbox.resolve("骆驼.jpg"));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static long size(Path file) {
        return file.toFile().length();
    }
}
