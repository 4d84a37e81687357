package io.github.camelwechat.material;

import java.nio.ByteBuffer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** The least that passes for a voice or a video. */
final class SmallMedia {

    private SmallMedia() {
    }

    static byte[] amr() {
        return ByteBuffer.allocate(200).put("#!AMR\n".getBytes(ISO_8859_1)).array();
    }

    static byte[] mp4() {
        return ByteBuffer.allocate(400).putInt(24).put("ftypmp42\0\0\0\0mp42isom".getBytes(ISO_8859_1))
                .putInt(376).put("mdat".getBytes(ISO_8859_1)).array();
    }
}
