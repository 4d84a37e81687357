package io.github.camelwechat.simulator.library;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.camelwechat.simulator.answer.Json;

/**
 * A folder of small JSON files, each of which is there as a whole or not at all, also after a kill.
 *
 * @param <T> what is in a file
 */
final class FolderRecords<T> implements Records<T> {

    private static final String SUFFIX = ".json";

    private final Path folder;
    private final Path unfinished;
    private final Class<T> type;

    /**
     * Makes the folder if it is not there.
     *
     * @param unfinished where files are that are not finished; on the same disk as the folder
     */
    FolderRecords(Path folder, Path unfinished, Class<T> type) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.unfinished = unfinished;
        this.type = type;
    }

    @Override
    public List<T> load() throws IOException {
        List<T> records = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path file : files) {
                records.add(read(file));
            }
        }
        return records;
    }

    @Override
    public void keep(String name, T record) throws IOException {
        Path incoming = unfinished.resolve(name + SUFFIX);
        Disk.write(incoming, Json.plain(record));
        Disk.move(incoming, folder.resolve(name + SUFFIX));
        Disk.force(folder);
    }

    @Override
    public void delete(String name) throws IOException {
        if (Files.deleteIfExists(folder.resolve(name + SUFFIX))) {
            Disk.force(folder);
        }
    }

    boolean has(String name) {
        return Files.exists(folder.resolve(name + SUFFIX));
    }

    private T read(Path file) throws IOException {
        try {
            return Json.read(Files.readAllBytes(file), type);
        } catch (IOException e) {
            throw new IOException("Cannot read " + file + ": delete it, or give another folder", e);
        }
    }
}
