package io.github.camelwechat.simulator.cloud;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The file that holds the WeChat token. Readers find the old token or the new one, never a part. */
final class TokenFile {

    private final Path path;

    TokenFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    Path path() {
        return path;
    }

    /** Replaces the content: the token alone, without a line end. */
    void write(String token) throws IOException {
        Path folder = path.getParent();
        if (folder == null) {
            throw new IOException(path + " is a folder");
        }
        Files.createDirectories(folder);
        Path written = Files.createTempFile(folder, path.getFileName() + "-", ".tmp");
        try {
            Files.writeString(written, token);
            Files.move(written, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
    }
}
