package io.github.camelwechat.material.internal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import io.github.camelwechat.material.internal.store.ChangeSteps.Step;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a process that is killed leaves: the old state or the new one, and the new one once its change has returned. */
@Timeout(120)
class KilledStoreTest {

    private static final String NONE = "none";
    private static final int RUNS = 8;
    private static final int MAX_CHANGES = 400;

    @TempDir
    Path parent;

    private Path folder;
    private String location;

    @BeforeEach
    void nameFolder() {
        folder = parent.resolve("store");
        location = "file:" + folder;
    }

    @ParameterizedTest
    @CsvSource({
            "create,BEGUN,none", "create,HALF_WRITTEN,none", "create,WRITTEN,none", "create,FORCED,none",
            "create,RENAMED,refresh-token-1", "create,DONE,refresh-token-1", //
            "replace,BEGUN,old", "replace,HALF_WRITTEN,old", "replace,WRITTEN,old", "replace,FORCED,old",
            "replace,RENAMED,refresh-token-2", "replace,DONE,refresh-token-2", //
            "remove,BEGUN,old", "remove,RENAMED,none", "remove,DONE,none" })
    void everyStepLeavesOldOrNew(String change, Step step, String found) throws Exception {
        try (Store store = Stores.open(location)) {
            store.create("merchant/wxb", "other");
            if (!change.equals("create")) {
                store.create(StoreProcess.KEY, "old");
            }
        }
        try (StoreProcess changing = StoreProcess.changing(location, change, step)) {
            assertThat(changing.readLine()).isEqualTo("reached");
            changing.kill();
        }
        try (Store store = Stores.open(location)) {
            assertThat(store.get("merchant/wxb")).extracting(StoreEntry::value).isEqualTo("other");
            StoreEntry entry = store.get(StoreProcess.KEY);
            assertThat(entry == null ? NONE : entry.value()).isEqualTo(found);
            assertThat(names()).as("no half file").noneMatch(name -> name.contains("."));

            assertThat(store.update(StoreProcess.KEY, value -> "later")).extracting(StoreEntry::value).isEqualTo("later");
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void randomKillsLoseNothingThatWasStored() throws Exception {
        Random random = new Random();
        Map<String, Set<String>> expected = new HashMap<>();
        StoreWriter.KEYS.forEach(key -> expected.put(key, Set.of(NONE)));
        for (int run = 0; run <= RUNS; run++) {
            try (StoreProcess writer = StoreProcess.writing(location)) {
                Map<String, String> found = found(writer);
                expected.forEach((key, values) -> assertThat(values).as(key).contains(found.get(key)));
                expected.clear();
                expected.putAll(statesAfterKill(writer, found, random.nextInt(MAX_CHANGES)));
            }
        }
    }

    private static Map<String, String> found(StoreProcess writer) throws IOException {
        Map<String, String> found = new HashMap<>();
        StoreWriter.KEYS.forEach(key -> found.put(key, NONE));
        String line = writer.readLine();
        while (line != null && line.startsWith("found ")) {
            String[] words = line.split(" ", 3);
            found.put(words[1], words[2]);
            line = writer.readLine();
        }
        assertThat(line).isEqualTo("open");
        return found;
    }

    /** Kills it after so many lines, while it goes on. */
    private static Map<String, Set<String>> statesAfterKill(StoreProcess writer, Map<String, String> found, int lines)
            throws Exception {
        Map<String, String> stored = new HashMap<>(found);
        String[] begun = null;
        for (int i = 0; i < lines; i++) {
            begun = read(writer.readLine(), begun, stored);
        }
        writer.kill();
        for (String line : writer.readLines()) {
            begun = read(line, begun, stored);
        }
        Map<String, Set<String>> states = new HashMap<>();
        stored.forEach((key, value) -> states.put(key, new HashSet<>(Set.of(value))));
        if (begun != null) {
            states.get(begun[1]).add(begun[2]);
        }
        return states;
    }

    private static String[] read(String line, String[] begun, Map<String, String> stored) {
        if (!line.equals("end")) {
            String[] words = line.split(" ", 3);
            return words.length == 3 && words[0].equals("begin") ? words : begun;
        }
        stored.put(begun[1], begun[2]);
        return null;
    }
}
