package io.github.camelwechat.material.internal.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.WechatMaterialException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A voice of more than a minute is refused, and one that is a minute by anybody's reckoning is not. */
class VoiceLimitTest extends PreparerTestBase {

    @ParameterizedTest
    @ValueSource(strings = {
            "cbr-59.9.mp3", "cbr-60.mp3", "vbr-59.9.mp3", "vbr-60.mp3", "bare-59.9.mp3", "bare-60.mp3", "pcm-59.9.wav",
            "pcm-60.wav", "nb-59.9.amr", "nb-60.amr", "head-59.9.wma", "head-60.wma" })
    void whatWasCutToAMinutePasses(String file) throws IOException {
        for (Object body : bodies(file)) {
            try (Media media = prepare(body)) {
                assertThat(media.rule()).isEqualTo(MaterialType.VOICE.rule());
                assertThat(Samples.read(media)).as("all of it, from the start").isEqualTo(Samples.bytes("length/" + file));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
            "cbr-65.mp3,65000", "vbr-65.mp3,65000", "bare-65.mp3,65160", "pcm-65.wav,65000", "nb-65.amr,65020",
            "head-65.wma,65024" })
    void whatIsLongerIsRefused(String file, long millis) throws IOException {
        for (Object body : bodies(file)) {
            InvalidMaterialException e = refused(body, file);
            assertThat(e.getFileName()).isEqualTo(file);
            assertThat(e.getLimit()).isEqualTo(60_000);
            assertThat(e.getActual()).isEqualTo(millis);
            assertThat(e).hasMessage("%s: the voice takes 65.%s s, WeChat allows 60 s. Cut it.", file,
                    millis == 65_160 ? "2" : "0");
            assertThat(spooled()).isEmpty();
        }
    }

    @Test
    void halfASecondIsForgiven() {
        assertThat(prepare(amr(60_500)).length()).isPositive();
        assertThat(refused(amr(60_520), "a.amr")).hasMessageContaining("60.5 s");
    }

    @Test
    void withoutChecksNobodyListens() throws IOException {
        for (Object body : bodies("nb-65.amr")) {
            try (Media media = unchecked(body, null, null)) {
                assertThat(media.rule()).isEqualTo(MaterialType.VOICE.rule());
            }
        }
        assertThat(unchecked(amr(3_600_000), MaterialType.VOICE.rule(), null).length()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = { "picture.png", "clip.mp4" })
    void onlyAVoiceIsReadToTheEnd(String file) throws IOException {
        ArrayContent content = new ArrayContent(Samples.bytes(file));
        Inspection inspection = new Inspection(null, null, true, new MaterialErrors(file));
        inspection.inspectHead(new FirstBytes(Samples.bytes(file), Samples.bytes(file).length));
        inspection.checkPlayTime(content);
        assertThat(content.opened).isZero();
    }

    @Test
    void whoseLengthCannotBeReadIsNotRefusedForIt() {
        byte[] amr = amr(60_520);
        amr[1000] = 12 << 3;
        byte[] wav = Arrays.copyOf(Samples.bytes("length/pcm-65.wav"), 12);
        byte[] wma = Samples.bytes("length/head-65.wma");
        byte[] broadcast = wma.clone();
        // the flag in the first object of the header, which is the one with the play time
        broadcast[30 + 88] |= 1;
        for (byte[] damaged : new byte[][] {
                amr, Arrays.copyOf(amr, 6), wav, Arrays.copyOf(wma, 40), broadcast, Samples.bytes("length/streamed.wma") }) {
            assertThat(prepare(damaged).rule()).isEqualTo(MaterialType.VOICE.rule());
        }
    }

    @Test
    void sizeComesFirst() {
        byte[] large = Arrays.copyOf(amr(3_600_000), (2 << 20) + 1);
        assertThat(refused(large, "a.amr")).hasMessageContaining("the limit for voice is");
    }

    @Test
    void aBodyThatBreaksWhileItIsListenedToIsNoRefusal() {
        byte[] voice = Samples.bytes("length/nb-60.amr");
        StreamCacheTest.WatchedCache cache = new StreamCacheTest.WatchedCache(voice, true) {
            @Override
            public synchronized int read(byte[] target, int offset, int count) {
                return resets < 3 ? super.read(target, offset, count) : fail();
            }

            private static <T extends Throwable> int fail() throws T {
                @SuppressWarnings("unchecked")
                T unchecked = (T) new IOException("disk is dead");
                throw unchecked;
            }
        };
        Throwable e = catchThrowableOfType(WechatMaterialException.class, () -> prepare(cache, null, "a.amr"));
        assertThat(e).isExactlyInstanceOf(WechatMaterialException.class)
                .hasMessage("a.amr: reading the body failed (java.io.IOException: disk is dead).");
        assertThat(cache.left()).as("reset").isEqualTo(voice.length);
    }

    /** Where it lies in a file, in memory, in a cache, and spooled, in memory and to disk. */
    private Object[] bodies(String name) {
        String file = "length/" + name;
        byte[] bytes = Samples.bytes(file);
        preparer = new MediaPreparer(folder, 20_000, Runnable::run);
        return new Object[] {
                Samples.path(file), Samples.path(file).toFile(), bytes,
                ByteBuffer.allocateDirect(bytes.length).put(bytes).flip(),
                new StreamCacheTest.WatchedCache(bytes, true), new StreamCacheTest.WatchedCache(bytes, false),
                new ByteArrayInputStream(bytes) };
    }

    private InvalidMaterialException refused(Object body, String name) {
        InvalidMaterialException e
                = catchThrowableOfType(InvalidMaterialException.class, () -> prepare(body, MaterialType.VOICE.rule(), name));
        assertThat(e).isNotNull();
        return e;
    }

    /** Of frames that say there is nothing to hear: one byte for 20 ms. */
    private static byte[] amr(int millis) {
        byte[] voice = "#!AMR\n".getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(voice, voice.length + millis / 20);
        Arrays.fill(all, voice.length, all.length, (byte) 0x7c);
        return all;
    }
}
