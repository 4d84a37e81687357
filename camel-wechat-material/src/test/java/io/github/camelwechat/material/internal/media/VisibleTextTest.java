package io.github.camelwechat.material.internal.media;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class VisibleTextTest {

    private static final int[] UNSEEN = {
            0xad, 0x34f, 0x61c, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180b, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f,
            0x202a, 0x202e, 0x2060, 0x2064, 0x2065, 0x2066, 0x2069, 0x206a, 0x206f, 0x3164, 0xfeff, 0xffa0, 0xfff0, 0xfff9,
            0xfffb, 0x1bca0, 0x1d173, 0xe0001, 0xe0041, 0xe007f, 0xe0080, 0xe0fff };

    @Test
    void charactersThatNobodySeesAreDropped() {
        for (int unseen : UNSEEN) {
            String c = Character.toString(unseen);
            assertThat(VisibleText.of(c + "骆" + c + c + "驼a" + c + "b" + c)).as("U+%04X", unseen).isEqualTo("骆驼ab");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", "plain name.png", "骆驼", "照片 (1)", "é e\u0301 が か\u3099", "👩\u200d👧", "❤\ufe0f\u200d🔥", "1\ufe0f\u20e3",
            "👩🏽\u200d🚀", "\ud83e\udef1\u200d\ud83e\udef2", "🇨🇳", "می\u200cخواهم", "ന്\u200d", "क्\u200dष", "葛\udb40\udd00",
            "ᠭᠠᠷᠠ\u180b", "\u0601\u0661", "\u00a0\u3000" })
    void whatIsSeenStaysAsItIs(String text) {
        assertThat(VisibleText.of(text)).isEqualTo(text);
    }

    /** Bits can be hidden in them: one says all that there is to say. */
    @Test
    void ofVariationSelectorsAndJoinersInARowOneStays() {
        assertThat(VisibleText.of("☺\ufe0f\ufe01\ufe02\udb40\udd00 \ufe0fx")).isEqualTo("☺\ufe0f x");
        assertThat(VisibleText.of("👩\u200d\u200d\u200c👧")).isEqualTo("👩\u200d👧");
    }

    @Test
    void letterThatHasNoVariationsLosesTheirSelectors() {
        assertThat(VisibleText.of("a\ufe0fb\udb40\udd00б\ufe00.\ufe0f한\ufe0f")).isEqualTo("abб.한");
    }

    @Test
    void noCharactersAreDropped() {
        assertThat(VisibleText.of("a\ufffe\uffff\ufdd0\ud83f\udffeb")).isEqualTo("ab");
    }

    @Test
    void failureIsOneLine() {
        assertThat(VisibleText.of(new IOException("bad chunk header: \u001b[31m\r\n\u202e" + "x".repeat(5000))))
                .startsWith("java.io.IOException: bad chunk header:  [31m   xxx").hasSizeLessThan(550);
    }

    @Test
    void excerptIsOneShortLine() {
        assertThat(VisibleText.excerpt("a\r\nb\u202e\u200bc\ud83d")).isEqualTo("a  b c ");
        assertThat(VisibleText.excerpt("x".repeat(100))).isEqualTo("x".repeat(100));
        assertThat(VisibleText.excerpt("x".repeat(5_000_000))).isEqualTo("x".repeat(100) + "… (5000000 characters)");
        assertThat(VisibleText.excerpt("x".repeat(99) + "🐫".repeat(9))).startsWith("x".repeat(99) + " …");
    }
}
