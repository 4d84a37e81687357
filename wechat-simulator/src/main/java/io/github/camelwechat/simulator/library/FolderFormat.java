package io.github.camelwechat.simulator.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The number in a folder of the user's that says how what is in it is written. */
final class FolderFormat {

    private static final String FILE = ".format";
    private static final String CURRENT = "1";

    private final Path folder;

    FolderFormat(Path folder) {
        this.folder = folder;
    }

    /** Refuses a folder whose files are written in another way than here; one without a number is new. */
    void check() throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return;
        }
        // one byte a character: whatever is in the file can be shown
        String found = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).strip();
        if (!found.equals(CURRENT)) {
            throw new IOException(
                    "another version of the simulator has written it (" + file + " says '" + found + "', this version knows '"
                                  + CURRENT + "')");
        }
    }

    /**
     * Leaves the number in the folder.
     *
     * @param unfinished where files are that are not finished; on the same disk as the folder
     */
    void write(Path unfinished) throws IOException {
        if (!Files.exists(folder.resolve(FILE))) {
            Path incoming = unfinished.resolve(FILE);
            Disk.write(incoming, CURRENT.getBytes(StandardCharsets.UTF_8));
            Disk.move(incoming, folder.resolve(FILE));
            Disk.force(folder);
        }
    }
}
