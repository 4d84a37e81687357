package io.github.camelwechat.simulator.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keeps materials in a folder of the user's: {@code ID.bin} with the bytes and, written last, {@code ID.json}. */
final class FolderStorage implements Storage {

    private static final String BYTES = ".bin";

    private final Path folder;
    private final FolderRecords<MaterialRecord> records;

    /**
     * Makes the folder if it is not there.
     *
     * @param spools where files are that are not finished; on the same disk as the folder
     */
    FolderStorage(Path folder, Path spools) throws IOException {
        this.folder = folder;
        this.records = new FolderRecords<>(folder, spools, MaterialRecord.class);
    }

    @Override
    public List<Material> load() throws IOException {
        sweep();
        List<Material> materials = new ArrayList<>();
        for (MaterialRecord record : records.load()) {
            materials.add(new Material(record, new Content.InFile(bytesOf(record.mediaId()))));
        }
        return materials;
    }

    @Override
    public Material keep(MaterialRecord record, Spool spool) throws IOException {
        Path bytes = bytesOf(record.mediaId());
        Content content = spool.keep();
        if (content instanceof Content.InFile spooled) {
            Disk.force(spooled.path());
            Disk.move(spooled.path(), bytes);
        } else {
            try (InputStream in = content.open()) {
                Disk.write(bytes, in.readAllBytes());
            }
        }
        records.keep(record.mediaId(), record);
        return new Material(record, new Content.InFile(bytes));
    }

    @Override
    public void delete(Material material) throws IOException {
        records.delete(material.mediaId());
        material.content().delete();
    }

    /** Deletes the bytes without a record that a kill amid an upload or a deletion has left. */
    private void sweep() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + BYTES)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (!records.has(name.substring(0, name.length() - BYTES.length()))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private Path bytesOf(String mediaId) {
        return folder.resolve(mediaId + BYTES);
    }
}
