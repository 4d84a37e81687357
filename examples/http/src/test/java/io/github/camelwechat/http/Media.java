package io.github.camelwechat.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Sample media, and bytes that look like media. */
final class Media {

    private Media() {
    }

    static byte[] sample(String name) throws IOException {
        try (InputStream in = Media.class.getResourceAsStream("/media/" + name)) {
            return in.readAllBytes();
        }
    }

    /** A picture, filled up to so many bytes. */
    static byte[] picture(int size) throws IOException {
        return Arrays.copyOf(sample("camel.png"), size);
    }
}
