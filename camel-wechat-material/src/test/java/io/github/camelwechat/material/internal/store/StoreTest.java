package io.github.camelwechat.material.internal.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.github.camelwechat.material.error.WechatMaterialException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The rules that all stores hold. */
@Timeout(60)
class StoreTest {

    private static final String MEMORY = "memory";
    private static final String FILE = "file";
    private static final String SECRET = "planted-refresh-token";

    @TempDir
    Path parent;

    private Store store;

    private void open(String kind) {
        store = Stores.open(kind.equals(FILE) ? "file:" + parent.resolve("store") : kind);
    }

    @AfterEach
    void close() {
        if (store != null) {
            store.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { MEMORY, FILE })
    void entryIsCreatedOnceReplacedAndRemoved(String kind) {
        open(kind);
        assertThat(store.get("wxa")).isNull();

        StoreEntry first = store.create("wxa", "1");
        assertThat(first).extracting(StoreEntry::key, StoreEntry::value).containsExactly("wxa", "1");
        assertThat(store.create("wxa", "x")).isNull();
        assertThat(store.get("wxa")).isEqualTo(first);

        StoreEntry second = store.replace(first, "2");
        assertThat(second).extracting(StoreEntry::value).isEqualTo("2");
        assertThat(store.get("wxa")).isEqualTo(second);
        assertThat(store.get("wxA")).isNull();

        assertThat(store.remove(second)).isTrue();
        assertThat(store.get("wxa")).isNull();
        assertThat(store.list("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { MEMORY, FILE })
    void changeOfAnEntryThatIsNoLongerThereIsRefused(String kind) {
        open(kind);
        StoreEntry first = store.create("wxa", "1");
        StoreEntry second = store.replace(first, "1");

        assertThat(store.replace(first, "x")).isNull();
        assertThat(store.remove(first)).isFalse();
        assertThat(store.get("wxa")).isEqualTo(second);

        store.remove(second);
        assertThat(store.replace(second, "x")).isNull();
        assertThat(store.remove(second)).isFalse();
        StoreEntry anew = store.create("wxa", "1");
        assertThat(store.replace(first, "x")).isNull();
        assertThat(store.replace(second, "x")).isNull();
        assertThat(store.get("wxa")).isEqualTo(anew);
    }

    @ParameterizedTest
    @ValueSource(strings = { MEMORY, FILE })
    void listHasTheKeysThatBeginSoInTheirOrder(String kind) {
        open(kind);
        for (String key : List.of("m/wxb", "m/wxA", "m/wxa", "m", "mx", "m0wx", "a")) {
            store.create(key, key);
        }
        assertThat(store.list("m/")).extracting(StoreEntry::value).containsExactly("m/wxA", "m/wxa", "m/wxb");
        assertThat(store.list("")).hasSize(7);
        assertThat(store.list("n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { MEMORY, FILE })
    void updatesOfManyThreadsAllCount(String kind) throws Exception {
        open(kind);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            running.add(threads.submit(() -> {
                for (int n = 0; n < 50; n++) {
                    store.update("count", value -> value == null ? "1" : String.valueOf(Integer.parseInt(value) + 1));
                }
            }));
        }
        for (Future<?> each : running) {
            each.get(50, TimeUnit.SECONDS);
        }
        threads.shutdown();
        assertThat(store.get("count")).extracting(StoreEntry::value).isEqualTo("400");
    }

    @ParameterizedTest
    @ValueSource(strings = { MEMORY, FILE })
    void updateLeavesWhatItIsNotToChange(String kind) {
        open(kind);
        assertThat(store.update("wxa", value -> null)).isNull();
        StoreEntry first = store.update("wxa", value -> "1");

        assertThat(store.update("wxa", value -> null)).isEqualTo(first);
        assertThat(store.update("wxa", value -> value)).isEqualTo(first);
        assertThat(store.get("wxa")).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "wx a", "a\n", "\u007f", "中", "\ud800" })
    void otherKeysThanVisibleAsciiAreRefused(String key) {
        for (String kind : List.of(MEMORY, FILE)) {
            open(kind);
            assertThatIllegalArgumentException().isThrownBy(() -> store.create(key, "1"));
            assertThatIllegalArgumentException().isThrownBy(() -> store.get(key))
                    .withMessage("A key of a store has 1 to 80 visible ASCII characters, not these " + key.length());
            close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { MEMORY, FILE })
    void lengthsOfKeyAndValueAreBounded(String kind) {
        open(kind);
        String key = "K".repeat(80);
        StoreEntry longest = store.create(key, "v".repeat(1 << 20));
        assertThat(longest).isNotNull();

        assertThatIllegalArgumentException().isThrownBy(() -> store.create(key + "K", "1"));
        for (String value : List.of(SECRET.repeat(50_000), SECRET + "\ud800")) {
            assertThatIllegalArgumentException().isThrownBy(() -> store.create("wxa", value))
                    .withMessage("A value in a store has at most 1048576 bytes, and no halves of characters").withNoCause();
            assertThatIllegalArgumentException().isThrownBy(() -> store.replace(longest, value));
        }
        assertThat(store.list("")).containsExactly(longest);
    }

    @ParameterizedTest
    @ValueSource(strings = { MEMORY, FILE })
    void closedStoreGivesAndTakesNothing(String kind) {
        open(kind);
        StoreEntry entry = Objects.requireNonNull(store.create("wxa", SECRET));
        store.close();
        store.close();

        assertClosed(() -> store.get("wxa"));
        assertClosed(() -> store.list(""));
        assertClosed(() -> store.create("wxb", "1"));
        assertClosed(() -> store.replace(entry, "1"));
        assertClosed(() -> store.remove(entry));
    }

    private void assertClosed(Runnable use) {
        assertThatExceptionOfType(WechatMaterialException.class).isThrownBy(use::run)
                .withMessage("The store " + store + " is closed: the component is stopped");
    }

    @Test
    void entryIsNotMissingWhileTheStoreCloses() throws Exception {
        int entries = 1000;
        String last = "k" + (entries - 1);
        for (int round = 0; round < 50; round++) {
            open(MEMORY);
            for (int i = 0; i < entries; i++) {
                store.create("k" + i, "1");
            }
            Thread closing = new Thread(store::close);
            closing.start();
            try {
                while (true) {
                    assertThat(store.list("")).hasSize(entries);
                    assertThat(store.get(last)).isNotNull();
                }
            } catch (WechatMaterialException e) {
                assertThat(e).hasMessageContaining("is closed");
            }
            closing.join();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { MEMORY, FILE })
    void valuesAreInNoText(String kind) {
        open(kind);
        StoreEntry entry = store.create("wxa", SECRET);
        assertThat(entry).hasToString("wxa, version 1");
        assertThat(store.toString()).startsWith(kind).doesNotContain(SECRET);
    }

    @Test
    void memoryForgets() {
        open(MEMORY);
        store.create("wxa", "1");
        store.close();
        open(MEMORY);
        assertThat(store.list("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "Memory", "memory ", "files:/tmp", "file:", "file: ", "file: x", "jdbc:h2:x", "file:\0" })
    void otherLocationsAreRefused(String location) {
        assertThatIllegalArgumentException().isThrownBy(() -> Stores.open(location))
                .withMessage("There is no store '" + location + "'. Use memory, which forgets all when the process ends, or"
                             + " file:DIR with a folder.");
    }
}
