package io.github.camelwechat.material.internal.client;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatNoException;

/** Headers of a download as nobody should send them, a fixed number of them: there is a name, a type, or none. */
class DownloadHeadersFuzzTest {

    private static final int INPUTS = 20_000;
    private static final List<String> PIECES = List.of(
            "attachment", "; ", "filename", "filename*", "=", "\"", "\\", "a.jpg", "\u00e9\u00aa\u0086", "\u00ff", "\r\n", "\0",
            "../..", "image/png", "IMAGE/", "/", ";;;", "utf-8''%E9", " ", "\t", ",", "x".repeat(5000));

    @Test
    void noneIsTooStrange() {
        Random random = new Random(20261124);
        assertThatNoException().isThrownBy(() -> {
            for (int i = 0; i < INPUTS; i++) {
                String header = header(random);
                DownloadHeaders.fileName(header);
                DownloadHeaders.mediaType(header);
            }
        });
    }

    private static String header(Random random) {
        StringBuilder header = new StringBuilder();
        for (int pieces = random.nextInt(8); pieces > 0; pieces--) {
            header.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return header.toString();
    }
}
