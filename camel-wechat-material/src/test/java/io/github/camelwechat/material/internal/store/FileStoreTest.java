package io.github.camelwechat.material.internal.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;

import io.github.camelwechat.material.error.WechatMaterialException;
import io.github.camelwechat.material.internal.store.ChangeSteps.Step;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** The folder of a store: its files, and what can be wrong with them. */
@Timeout(60)
class FileStoreTest {

    private static final String SECRET = "planted-refresh-token";
    private static final String FILE = "key-merchant_2fwx_41";
    private static final String KEY = "merchant/wxA";

    @TempDir
    Path parent;

    private Path folder;
    private String location;

    @BeforeEach
    void nameFolder() throws IOException {
        parent = parent.toRealPath();
        folder = parent.resolve("store");
        location = "file:" + folder;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.startsWith("holder-")).sorted()
                    .toList();
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private void store(String value) {
        try (Store store = Stores.open(location)) {
            store.create(KEY, value);
        }
    }

    private IllegalStateException refusal() {
        return refusal(location);
    }

    static IllegalStateException refusal(String location) {
        IllegalStateException refusal = catchThrowableOfType(IllegalStateException.class, () -> Stores.open(location).close());
        assertThat(refusal).as("the store was opened").isNotNull();
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString()).doesNotContain(SECRET);
        }
        return refusal;
    }

    @Test
    void entriesAreThereAfterARestart() throws IOException {
        try (Store store = Stores.open(location)) {
            StoreEntry first = store.create(KEY, "1");
            store.replace(first, SECRET + " 中文 \ud83d\ude00\n");
            store.create("wxb", "");
            store.remove(store.create("wxc", "1"));
        }
        assertThat(names()).containsExactly(FILE, "key-wxb", "lock");
        try (Store store = Stores.open(location)) {
            assertThat(store.list("")).extracting(StoreEntry::key, StoreEntry::value).containsExactly(
                    tuple(KEY, SECRET + " 中文 \ud83d\ude00\n"),
                    tuple("wxb", ""));
            assertThat(store).hasToString(location);
        }
    }

    @Test
    void contentOfAFileIsDocumented() throws IOException {
        store("value");
        CRC32 crc = new CRC32();
        crc.update("merchant/wxA\nvalue".getBytes(StandardCharsets.US_ASCII));
        assertThat(folder.resolve(FILE)).hasContent("wmt1 " + String.format("%08x", crc.getValue()) + " 5\nvalue");
    }

    @Test
    @EnabledOnOs({ OS.LINUX, OS.MAC })
    void onlyTheOwnerCanReadFilesAndFolder() throws IOException {
        Set<String> found = new HashSet<>();
        ChangeSteps steps = (step, key) -> {
            if (step == Step.WRITTEN) {
                collectPermissions(found);
            }
        };
        try (Store store = Stores.open(location, steps)) {
            assertThat(permissions(folder)).isEqualTo("rwx------");
            store.create(KEY, SECRET);
            collectPermissions(found);
        }
        assertThat(found).containsExactly("rw-------");
    }

    private void collectPermissions(Set<String> found) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                found.add(permissions(file));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @EnabledOnOs({ OS.LINUX, OS.MAC })
    void folderThatOthersCanReadIsRefusedAndLeftAsItIs() throws IOException {
        Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-x---")));

        assertThat(refusal()).hasMessage(
                "The store " + location + " cannot be opened. The folder " + folder + " is not for its owner only (rwxr-x---),"
                                         + " and a store holds secrets. Name a folder in it that is not there yet; or run chmod"
                                         + " 700 on it, if nothing else uses it.");
        assertThat(permissions(folder)).isEqualTo("rwxr-x---");
        assertThat(names()).isEmpty();
    }

    @Test
    void onlyTheLastFolderIsCreated() {
        assertThat(refusal("file:" + parent.resolve("missing/store"))).hasMessageEndingWith(
                "There is no folder " + parent.resolve("missing") + ". Create it, or name another one: only the last folder of"
                                                                                            + " the path is created here.");
        assertThat(parent.resolve("missing")).doesNotExist();
    }

    @Test
    void fileIsNoFolder() throws IOException {
        Files.createFile(folder);
        assertThat(refusal()).hasMessageEndingWith(folder + " is not a folder");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void folderThatCannotBeWrittenIsNamed() {
        // nobody writes there, root neither
        assertThat(refusal("file:/sys/store")).hasMessageMatching(
                "The store file:/sys/store cannot be opened \\(java.nio.file.*/sys/store.*\\). Let the user of this process"
                                                                  + " read and write its folder.");
    }

    @Test
    void relativeFolderLiesBelowTheWorkingDirectory() throws IOException {
        try (Store store = Stores.open("file:target/../" + Path.of("").toAbsolutePath().relativize(folder))) {
            assertThat(store).hasToString(location);
        }
    }

    @Test
    void linksLeadWhereTheOperatingSystemSays() throws IOException {
        Path deep = Files.createDirectories(parent.resolve("real/deep"));
        Path link = Files.createSymbolicLink(parent.resolve("link"), deep);

        try (Store store = Stores.open("file:" + link.resolve("../store"))) {
            assertThat(store).hasToString("file:" + parent.resolve("real/store"));
        }
        assertThat(folder).doesNotExist();
    }

    @Test
    void linkThatLeadsElsewhereLaterChangesNothing() throws IOException {
        Path second = Files.createDirectory(parent.resolve("second"));
        store("1");
        Path link = Files.createSymbolicLink(parent.resolve("link"), folder);
        try (Store store = Stores.open("file:" + link)) {
            Files.delete(link);
            Files.createSymbolicLink(link, second);
            assertThat(store.replace(store.get(KEY), "2")).isNotNull();
        }
        assertThat(second).isEmptyDirectory();
        assertThat(names()).containsExactly(FILE, "lock");
    }

    @Test
    void valueIsNotWrittenThroughALink() throws IOException {
        Path readable = Files.writeString(parent.resolve("public.txt"), "public");
        try (Store store = Stores.open(location)) {
            Files.createSymbolicLink(folder.resolve(FILE + ".tmp"), readable);
            store.create(KEY, SECRET);
        }
        assertThat(readable).hasContent("public");
        assertThat(folder.resolve(FILE)).satisfies(file -> assertThat(Files.isSymbolicLink(file)).isFalse());
        assertThat(permissions(folder.resolve(FILE))).isEqualTo("rw-------");
    }

    @Test
    void otherFilesAreLeftAlone() throws IOException {
        store("1");
        Files.writeString(folder.resolve("README.txt"), "of the user");
        Files.createDirectory(folder.resolve("lost+found"));
        Files.writeString(folder.resolve("backup.tmp"), "of the user");
        try (Store store = Stores.open(location)) {
            assertThat(store.list("")).hasSize(1);
        }
        assertThat(names()).contains("README.txt", "backup.tmp", "lost+found");
    }

    @Test
    void noDamageGivesAnotherValue() throws IOException {
        store(SECRET);
        byte[] content = Files.readAllBytes(folder.resolve(FILE));
        List<byte[]> damaged = new ArrayList<>();
        for (int bit = 0; bit < content.length * 8; bit++) {
            byte[] flipped = content.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            damaged.add(flipped);
        }
        for (int length = 0; length < content.length; length++) {
            damaged.add(Arrays.copyOf(content, length));
        }
        damaged.add(Arrays.copyOf(content, content.length + 1));
        damaged.add(new byte[content.length]);
        damaged.add(new byte[StoredText.MAX_FILE_BYTES + 100]);

        for (byte[] file : damaged) {
            Files.write(folder.resolve(FILE), file);
            assertThat(refusal()).hasMessageContaining("The file " + folder.resolve(FILE) + " ");
            assertThat(folder.resolve(FILE)).hasBinaryContent(file);
        }
        Files.write(folder.resolve(FILE), content);
        try (Store store = Stores.open(location)) {
            assertThat(store.get(KEY)).extracting(StoreEntry::value).isEqualTo(SECRET);
        }
    }

    @Test
    void damagedFileIsNamedWithTheWayOut() throws IOException {
        store(SECRET);
        Files.writeString(folder.resolve(FILE), "x", StandardOpenOption.APPEND);
        assertThat(refusal()).hasMessage(
                "The store " + location + " cannot be opened. The file " + folder.resolve(FILE) + " is damaged. Restore it from"
                                         + " a backup, or remove it: then what it held is no longer known.");
    }

    @Test
    void fileOfAnotherKeyIsDamaged() throws IOException {
        store(SECRET);
        Files.copy(folder.resolve(FILE), folder.resolve("key-merchant_2fwx_42"));
        assertThat(refusal()).hasMessageContaining("The file " + folder.resolve("key-merchant_2fwx_42") + " is damaged.");
    }

    @Test
    void fileOfAnotherFormatIsNamed() throws IOException {
        store(SECRET);
        Files.writeString(folder.resolve(FILE), "wmt12 0 0\n" + SECRET);
        assertThat(refusal()).hasMessageEndingWith(
                "The file " + folder.resolve(FILE) + " has the format wmt12, but this version reads wmt1 only. Use the version"
                                                   + " of the component that has written it, or a newer one.");
    }

    @Test
    void fileWhoseNameWasChangedIsNotOverlooked() throws IOException {
        store(SECRET);
        Files.move(folder.resolve(FILE), folder.resolve("KEY-MERCHANT_2FWX_41"));
        assertThat(refusal()).hasMessageContaining("The file " + folder.resolve("KEY-MERCHANT_2FWX_41") + " has a name that");
    }

    @Test
    void folderInPlaceOfAFileIsNamed() throws IOException {
        store(SECRET);
        Files.delete(folder.resolve(FILE));
        Files.createDirectory(folder.resolve(FILE));
        assertThat(refusal()).hasMessageContaining("The file " + folder.resolve(FILE) + " cannot be read");
    }

    @Test
    @EnabledOnOs({ OS.LINUX, OS.MAC })
    void pipeInPlaceOfAFileIsNamedAndNotWaitedFor() throws Exception {
        store(SECRET);
        Files.delete(folder.resolve(FILE));
        assertThat(new ProcessBuilder("mkfifo", folder.resolve(FILE).toString()).start().waitFor()).isZero();
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThat(refusal()).hasMessageContaining(
                "The file " + folder.resolve(FILE) + " cannot be read"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void valueWithoutRoomLeavesTheOldOne() throws Exception {
        try (StoreProcess full = StoreProcess.withoutRoom(location)) {
            assertThat(full.readLine()).startsWith(WechatMaterialException.class.getName())
                    .contains("The store " + location + " has not stored " + StoreProcess.KEY)
                    .contains(" (java.io.IOException: File too large). ")
                    .endsWith("Make sure that there is room, and that this process may write there.")
                    .doesNotContain("refresh-token");
            assertThat(full.readLine()).isEqualTo("unchanged");
        }
        assertThat(names()).containsExactly("key-merchant_2fwxa", "lock");
        try (Store store = Stores.open(location)) {
            assertThat(store.get(StoreProcess.KEY)).extracting(StoreEntry::value).isEqualTo("refresh-token-1");
        }
    }

    @Test
    void interruptEndsNoChange() throws IOException {
        for (Step interrupted : Step.values()) {
            List<Step> reached = new ArrayList<>();
            ChangeSteps steps = (step, key) -> {
                if (step == interrupted && !reached.contains(step)) {
                    Thread.currentThread().interrupt();
                }
                reached.add(step);
            };
            try (Store store = Stores.open(location, steps)) {
                String value = interrupted.name();
                StoreEntry stored = store.update(KEY, old -> value);
                assertThat(Thread.interrupted()).as("still interrupted").isTrue();
                assertThat(stored).extracting(StoreEntry::value).isEqualTo(value);

                Thread.currentThread().interrupt();
                StoreEntry other = store.create("wxb", "1");
                assertThat(store.remove(other)).isTrue();
                assertThat(Thread.interrupted()).as("still interrupted").isTrue();
            }
            assertThat(names()).containsExactly(FILE, "lock");
            try (Store store = Stores.open(location)) {
                assertThat(store.get(KEY)).extracting(StoreEntry::value).isEqualTo(interrupted.name());
            }
        }
    }

    @Test
    void warnsOfADiskThatIsLostAtEachDeployment() {
        assertThat(logOfOpening(parent)).contains("WARN", location, "lost at each deployment");
        assertThat(logOfOpening(parent.resolve("nothing"))).doesNotContain("WARN");
    }

    /** @param cloudHosting is there in a container only */
    private String logOfOpening(Path cloudHosting) {
        PrintStream before = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try (Store store = Stores.open(location, ChangeSteps.UNHEARD, cloudHosting)) {
            assertThat(store.list("")).isEmpty();
        } finally {
            System.setErr(before);
        }
        return written.toString(StandardCharsets.UTF_8);
    }

    @Test
    void changeIsSeenOnceItIsOnTheDisk() throws IOException {
        List<String> seen = new ArrayList<>();
        Store[] opened = new Store[1];
        ChangeSteps steps = (step, key) -> {
            StoreEntry entry = opened[0].get(KEY);
            seen.add(step + " " + (entry == null ? null : entry.value()));
        };
        try (Store store = Stores.open(location, steps)) {
            opened[0] = store;
            store.create(KEY, "1");
            store.remove(store.get(KEY));
        }
        assertThat(seen).containsExactly(
                "BEGUN null", "HALF_WRITTEN null", "WRITTEN null", "FORCED null", "RENAMED null", "DONE null", "BEGUN 1",
                "RENAMED 1", "DONE 1");
    }
}
