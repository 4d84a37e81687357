package io.github.camelwechat.material.internal.media;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is in the first bytes is found up to the last of them, and nothing behind it. */
class FirstBytesTest {

    /** Six bytes, and two that do not count. */
    private static final FirstBytes BYTES = new FirstBytes(bytes("abc\0\0\0\u0001\u0001"), 6);

    private static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void aPartIsFoundUpToTheEnd() {
        assertThat(BYTES.contains(bytes("abc\0\0\0"))).isTrue();
        assertThat(BYTES.contains(bytes("c\0\0\0"))).isTrue();
        assertThat(BYTES.contains(bytes("\0\0\0\u0001"))).isFalse();
        assertThat(BYTES.has(4, "\0\0")).isTrue();
        assertThat(BYTES.has(5, "\0\u0001")).isFalse();
        assertThat(BYTES.has(-1, "a")).isFalse();
    }

    @Test
    void aNumberIsReadUpToTheEnd() {
        assertThat(BYTES.at(0)).isEqualTo('a');
        assertThat(BYTES.at(5)).isZero();
        assertThat(BYTES.at(6)).isEqualTo(-1);
        assertThat(BYTES.at(-1)).isEqualTo(-1);
        assertThat(BYTES.number(2)).isEqualTo(0x63000000L);
        assertThat(BYTES.number(3)).isEqualTo(-1);
        assertThat(BYTES.number(-1)).isEqualTo(-1);
        assertThat(BYTES.littleEndian(2, 4)).isEqualTo(0x63);
        assertThat(BYTES.littleEndian(0, 2)).isEqualTo(0x6261);
        assertThat(BYTES.littleEndian(3, 4)).isEqualTo(-1);
        assertThat(BYTES.littleEndian(-1, 4)).isEqualTo(-1);
    }

    @Test
    void charactersAreReadUpToTheEnd() {
        assertThat(BYTES.fourCharacters(2)).isEqualTo("c\0\0\0");
        assertThat(new FirstBytes(new byte[4], 4).fourCharacters(0)).isEqualTo("\0\0\0\0");
        assertThat(BYTES.fourCharacters(3)).isEmpty();
    }
}
