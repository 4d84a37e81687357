package io.github.camelwechat.material.internal.store;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.github.camelwechat.material.error.WechatMaterialException;
import org.assertj.core.api.Condition;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** One store at a time has a folder, whoever else wants it. */
@Timeout(60)
class FolderLockTest {

    private static final String KEY = "merchant/wxA";

    @TempDir
    Path parent;

    private Path folder;
    private String location;

    @BeforeEach
    void nameFolder() throws IOException {
        folder = parent.toRealPath().resolve("store");
        location = "file:" + folder;
    }

    private void store(String value) {
        try (Store store = Stores.open(location)) {
            store.update(KEY, old -> value);
        }
    }

    private IllegalStateException refusal() {
        return FileStoreTest.refusal(location);
    }

    @Test
    void deadProcessThatHadOurNumberIsNoHindrance() throws IOException {
        store("1");
        ProcessHandle process = ProcessHandle.current();
        long start = process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
        // equal by chance, once in a thousand runs
        long itsStart = start == ManagementFactory.getRuntimeMXBean().getStartTime() ? 0 : start;
        Path leftover = Files.createFile(folder.resolve("holder-" + process.pid() + "-" + itsStart));

        store("2");
        assertThat(leftover).doesNotExist();
    }

    @Test
    void secondStoreOfTheProcessIsRefusedAndTheFirstStaysLocked() throws Exception {
        try (Store first = Stores.open(location)) {
            assertThat(refusal()).hasMessage(
                    "The store " + location + " cannot be opened. The folder " + folder + " is in use by this process already."
                                             + " Give each store a folder of its own.");
            assertThat(FileStoreTest.refusal("file:" + Files.createSymbolicLink(parent.resolve("link"), folder)))
                    .hasMessageContaining("in use by this process");

            try (StoreProcess other = StoreProcess.holding(location)) {
                assertThat(other.readLine()).contains("is in use by process " + ProcessHandle.current().pid());
            }
            assertThat(first.create(KEY, "1")).isNotNull();
        }
        store("2");
    }

    @Test
    void folderOfAnotherProcessIsFreeOnceThatHasEnded() throws Exception {
        try (StoreProcess other = StoreProcess.holding(location)) {
            assertThat(other.readLine()).isEqualTo("open");
            assertThat(refusal().getMessage()).contains("The folder " + folder + " is in use by process ")
                    .endsWith(". Only one process can use a store in files at a time: end the other one, or give each a folder"
                              + " of its own.");
            assertThat(refusal()).as("once more").hasMessageContaining("is in use by process ");
            other.kill();
            store("1");
        }
        try (StoreProcess other = StoreProcess.holding(location)) {
            assertThat(other.readLine()).isEqualTo("open");
        }
        store("1");
    }

    @Test
    void oneOfManyStoresThatOpenTogetherGetsTheFolder() throws Exception {
        for (int round = 0; round < 50; round++) {
            ExecutorService threads = Executors.newFixedThreadPool(4);
            CountDownLatch go = new CountDownLatch(1);
            List<Future<Store>> opening = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                opening.add(threads.submit(openAt(go)));
            }
            go.countDown();
            List<Store> opened = new ArrayList<>();
            for (Future<Store> each : opening) {
                Store store = each.get(20, TimeUnit.SECONDS);
                if (store != null) {
                    opened.add(store);
                }
            }
            threads.shutdown();
            assertThat(opened).hasSize(1);
            opened.get(0).close();
        }
    }

    private Callable<Store> openAt(CountDownLatch go) {
        return () -> {
            go.await();
            try {
                return Stores.open(location);
            } catch (IllegalStateException e) {
                assertThat(e).hasMessageContaining("is in use by");
                return null;
            }
        };
    }

    @Test
    void oneOfManyProcessesThatStartTogetherGetsTheFolder() throws Exception {
        List<StoreProcess> processes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            processes.add(StoreProcess.holding(location));
        }
        List<String> said = new ArrayList<>();
        for (StoreProcess process : processes) {
            said.add(process.readLine());
        }
        assertThat(said).areExactly(1, new Condition<>("open"::equals, "open"));
        assertThat(said).filteredOn(line -> !line.equals("open")).hasSize(3)
                .allMatch(line -> line.contains("is in use by process"));
        for (StoreProcess process : processes) {
            process.close();
        }
    }

    @Test
    void storeWhoseFolderWasTakenStoresNothingMore() throws Exception {
        try (Store store = Stores.open(location)) {
            StoreEntry entry = store.create(KEY, "1");
            Files.delete(folder.resolve("lock"));
            try (StoreProcess other = StoreProcess.holding(location)) {
                assertThat(other.readLine()).isEqualTo("open");
                assertNotDone(() -> store.replace(entry, "2"), "has not stored " + KEY);
                assertNotDone(() -> store.remove(entry), "has not removed " + KEY);
            }
        }
        try (Store store = Stores.open(location)) {
            assertThat(store.get(KEY)).extracting(StoreEntry::value).isEqualTo("1");
        }
    }

    private void assertNotDone(ThrowingCallable change, String what) {
        assertThatExceptionOfType(WechatMaterialException.class).isThrownBy(change)
                .withMessageStartingWith("The store " + location + " " + what + " (")
                .withMessageContaining("another process has taken the folder");
    }
}
