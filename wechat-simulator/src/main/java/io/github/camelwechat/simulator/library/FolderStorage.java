package io.github.camelwechat.simulator.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import io.github.camelwechat.simulator.answer.Json;

/** Keeps materials in a folder of the user's: {@code ID.bin} with the bytes and, written last, {@code ID.json}. */
final class FolderStorage implements Storage {

    private final Path folder;
    private final Path spools;

    /**
     * @param spools where files are that are not finished; on the same disk as the folder
     */
    FolderStorage(Path folder, Path spools) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.spools = spools;
    }

    @Override
    public List<Material> load() throws IOException {
        List<Material> materials = new ArrayList<>();
        try (DirectoryStream<Path> records = Files.newDirectoryStream(folder, "*.json")) {
            for (Path file : records) {
                MaterialRecord record = read(file);
                materials.add(new Material(record, new Content.InFile(bytesOf(record.mediaId()))));
            }
        }
        return materials;
    }

    @Override
    public Material keep(MaterialRecord record, Spool spool) throws IOException {
        Path bytes = bytesOf(record.mediaId());
        Content content = spool.keep();
        if (content instanceof Content.InFile spooled) {
            force(spooled.path());
            Files.move(spooled.path(), bytes, StandardCopyOption.ATOMIC_MOVE);
        } else {
            try (InputStream in = content.open()) {
                write(bytes, in.readAllBytes());
            }
        }
        Path unfinished = spools.resolve(record.mediaId() + ".json");
        write(unfinished, Json.plain(record));
        Files.move(unfinished, folder.resolve(record.mediaId() + ".json"), StandardCopyOption.ATOMIC_MOVE);
        force(folder);
        return new Material(record, new Content.InFile(bytes));
    }

    @Override
    public void delete(Material material) throws IOException {
        Files.deleteIfExists(folder.resolve(material.mediaId() + ".json"));
        material.content().delete();
    }

    private Path bytesOf(String mediaId) {
        return folder.resolve(mediaId + ".bin");
    }

    private static MaterialRecord read(Path file) throws IOException {
        try {
            return Json.read(Files.readAllBytes(file), MaterialRecord.class);
        } catch (IOException e) {
            throw new IOException("Cannot read the material " + file + ": delete it, or give another folder", e);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel
                = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
