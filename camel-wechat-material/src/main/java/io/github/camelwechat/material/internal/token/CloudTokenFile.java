package io.github.camelwechat.material.internal.token;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * File in which WeChat's cloud hosting keeps a token for a container, and renews it.
 *
 * @param path of the file
 */
record CloudTokenFile(Path path) {

    private static final int MAX_BYTES = 16 * 1024;
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");

    /**
     * Reads the token, and waits for the disk.
     *
     * @return             without the white space around it; null while the file is not there, or empty
     * @throws IOException if it cannot be read, or holds no token; the message does not quote it
     */
    @Nullable
    String read() throws IOException {
        byte[] bytes;
        try {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                // a pipe would hold up the reader for ever
                throw new IOException("it is no regular file");
            }
            try (InputStream in = Files.newInputStream(path)) {
                bytes = in.readNBytes(MAX_BYTES + 1);
            }
        } catch (NoSuchFileException e) {
            return null;
        }
        if (bytes.length > MAX_BYTES) {
            throw new IOException("it has more than " + MAX_BYTES + " bytes, which no token has");
        }
        return token(new String(bytes, StandardCharsets.UTF_8));
    }

    /** {@return a token without the white space around it; null if there is nothing else} */
    static @Nullable String token(@Nullable String text) throws IOException {
        String stripped = text == null ? "" : text.strip();
        if (stripped.isEmpty()) {
            return null;
        }
        if (!TOKEN.matcher(stripped).matches()) {
            throw new IOException("it has more than one line or word, or other characters than a token");
        }
        return stripped;
    }
}
