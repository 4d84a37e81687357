package io.github.camelwechat.material.internal.media;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is in the first bytes is found up to the last of them, and nothing behind it. */
class HeadTest {

    /** Six bytes, and two that do not count. */
    private static final Head HEAD = new Head(bytes("abc\0\0\0\u0001\u0001"), 6);

    private static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void aPartIsFoundUpToTheEnd() {
        assertThat(HEAD.contains(bytes("abc\0\0\0"))).isTrue();
        assertThat(HEAD.contains(bytes("c\0\0\0"))).isTrue();
        assertThat(HEAD.contains(bytes("\0\0\0\u0001"))).isFalse();
        assertThat(HEAD.has(4, "\0\0")).isTrue();
        assertThat(HEAD.has(5, "\0\u0001")).isFalse();
        assertThat(HEAD.has(-1, "a")).isFalse();
    }

    @Test
    void aNumberIsReadUpToTheEnd() {
        assertThat(HEAD.at(0)).isEqualTo('a');
        assertThat(HEAD.at(5)).isZero();
        assertThat(HEAD.at(6)).isEqualTo(-1);
        assertThat(HEAD.at(-1)).isEqualTo(-1);
        assertThat(HEAD.number(2)).isEqualTo(0x63000000L);
        assertThat(HEAD.number(3)).isEqualTo(-1);
        assertThat(HEAD.number(-1)).isEqualTo(-1);
        assertThat(HEAD.littleEndian(2, 4)).isEqualTo(0x63);
        assertThat(HEAD.littleEndian(0, 2)).isEqualTo(0x6261);
        assertThat(HEAD.littleEndian(3, 4)).isEqualTo(-1);
        assertThat(HEAD.littleEndian(-1, 4)).isEqualTo(-1);
    }

    @Test
    void charactersAreReadUpToTheEnd() {
        assertThat(HEAD.fourCharacters(2)).isEqualTo("c\0\0\0");
        assertThat(new Head(new byte[4], 4).fourCharacters(0)).isEqualTo("\0\0\0\0");
        assertThat(HEAD.fourCharacters(3)).isEmpty();
    }
}
