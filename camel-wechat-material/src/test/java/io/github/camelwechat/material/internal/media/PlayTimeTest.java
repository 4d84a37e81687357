package io.github.camelwechat.material.internal.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;

import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioSystem;

import org.xml.sax.helpers.DefaultHandler;

import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.XMPDM;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.mp3.Mp3Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PlayTimeTest {

    /** MPEG 1, layer III, 128 kbit/s, 44.1 kHz, two channels: 417 bytes, 1152 samples. */
    private static final int FRAME_HEADER = 0xfffb9000;
    private static final int FRAME = 417;
    private static final double FRAME_SECONDS = 1152 / 44100d;

    /**
     * What was asked of ffmpeg; LAME says what it has added, AMR has whole frames only, WMA a whole number of blocks.
     */
    @ParameterizedTest
    @CsvSource({
            "length/cbr-59.9.mp3,59.9", "length/cbr-60.mp3,60", "length/cbr-65.mp3,65",
            "length/vbr-59.9.mp3,59.9", "length/vbr-60.mp3,60", "length/vbr-65.mp3,65",
            "length/vbr-mpeg1.mp3,6", "length/tagged.mp3,3", "cbr.mp3,0.6", "vbr.mp3,0.6", "id3.mp3,0.6", "mpeg2.mp3,0.6",
            "length/pcm-59.9.wav,59.9", "length/pcm-60.wav,60", "length/pcm-65.wav,65", "length/extensible.wav,3",
            "length/alaw.wav,3", "length/streamed.wav,3", "tone.wav,0.6",
            // the last block is filled up
            "length/adpcm.wav,3.0615",
            "length/nb-59.9.amr,59.92", "length/nb-60.amr,60.02", "length/nb-65.amr,65.02", "length/dtx.amr,6.02",
            "tone.amr,1.02" })
    void isThatOfTheSample(String file, double seconds) throws IOException {
        assertThat(seconds(file)).isCloseTo(seconds, within(0.001));
    }

    @ParameterizedTest
    @CsvSource({
            "length/bare-59.9.mp3,59.9", "length/bare-60.mp3,60", "length/bare-65.mp3,65", "length/bare-mpeg1.mp3,6",
            "vbr-no-xing.mp3,0.6",
            "length/head-59.9.wma,59.9", "length/head-60.wma,60", "length/head-65.wma,65", "tone.wma,0.6" })
    void isALittleMoreWhereThePaddingCannotBeTold(String file, double seconds) throws IOException {
        assertThat(seconds(file)).isBetween(seconds, seconds + 0.2);
    }

    /** Tika 3.3.1 loses frames of MPEG 2 and 2.5 where the bit rate changes; it is no judge of these. */
    @ParameterizedTest
    @ValueSource(strings = {
            "cbr.mp3", "vbr.mp3", "vbr-no-xing.mp3", "id3.mp3", "mpeg2.mp3", "length/tagged.mp3", "length/cbr-60.mp3",
            "length/cbr-65.mp3", "length/vbr-mpeg1.mp3", "length/bare-mpeg1.mp3" })
    void ofMp3IsWhatTikaReads(String file) throws Exception {
        Metadata metadata = new Metadata();
        try (InputStream in = Files.newInputStream(Samples.path(file))) {
            new Mp3Parser().parse(in, new DefaultHandler(), metadata, new ParseContext());
        }
        double tika = Double.parseDouble(metadata.get(XMPDM.DURATION));

        if (file.contains("bare") || file.contains("no-xing")) {
            assertThat(seconds(file)).isCloseTo(tika, within(0.001));
        } else {
            // it counts the frame with the header as audio, and what the encoder has added
            assertThat(seconds(file)).isBetween(tika - 0.3, tika - 0.02);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "tone.wav", "length/pcm-59.9.wav", "length/pcm-65.wav", "length/extensible.wav", "length/alaw.wav" })
    void ofWavIsWhatTheJdkReads(String file) throws Exception {
        AudioFileFormat jdk = AudioSystem.getAudioFileFormat(Samples.path(file).toFile());
        assertThat(seconds(file)).isCloseTo(jdk.getFrameLength() / (double) jdk.getFormat().getFrameRate(), within(0.001));
    }

    @Test
    void ofWmaIsFoundBehindOtherObjectsOfTheHeader() throws IOException {
        byte[] wma = Samples.bytes("length/head-60.wma");
        byte[] start = Arrays.copyOf(wma, 30);
        byte[] rest = Arrays.copyOfRange(wma, 30, wma.length);
        byte[] other = ByteBuffer.allocate(50).order(ByteOrder.LITTLE_ENDIAN).putLong(16, 50).array();
        double seconds = seconds("length/head-60.wma");
        assertThat(seconds(MediaFormat.WMA, start, other, rest)).isEqualTo(seconds);
        byte[] empty = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN).putLong(16, 24).array();
        assertThat(seconds(MediaFormat.WMA, start, empty, rest)).isEqualTo(seconds);
        byte[] broken = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN).putLong(16, 23).array();
        assertThat(seconds(MediaFormat.WMA, start, broken, rest)).isZero();
    }

    @Test
    void ofWmaNeedsNeitherFlagsNorAPreroll() throws IOException {
        // the properties are the first object of this header
        ByteBuffer wma = ByteBuffer.wrap(Samples.bytes("length/head-60.wma")).order(ByteOrder.LITTLE_ENDIAN);
        double seconds = seconds("length/head-60.wma");
        double preroll = wma.getLong(30 + 80) / 1000d;
        wma.putInt(30 + 88, 0);
        assertThat(seconds(MediaFormat.WMA, wma.array())).isEqualTo(seconds);
        wma.putLong(30 + 80, 0);
        assertThat(seconds(MediaFormat.WMA, wma.array())).as("no longer than it takes to send").isCloseTo(seconds,
                within(0.02));
        wma.putLong(30 + 72, 0);
        assertThat(seconds(MediaFormat.WMA, wma.array())).isCloseTo(seconds + preroll, within(0.0001));
    }

    @Test
    void aRecordedBroadcastSaysNothing() throws IOException {
        assertThat(seconds("length/streamed.wma")).isZero();
    }

    @Test
    void countsEveryFrame() throws IOException {
        assertThat(mp3(frames(100))).isCloseTo(100 * FRAME_SECONDS, within(0.0001));
        assertThat(mp3(Arrays.copyOf(frames(100), 100 * FRAME - 1))).as("half a frame at the end")
                .isCloseTo(99 * FRAME_SECONDS, within(0.0001));
    }

    @Test
    void doesNotCountTags() throws IOException {
        // 2048 bytes, which hold whole frames: a tag may hold anything
        byte[] id3 = join(bytes("ID3\u0003\0\0\0\0\u0010\0"), frames(4), new byte[2048 - 4 * FRAME]);
        byte[] id3v1 = bytes("TAG" + " ".repeat(125));
        byte[] ape = bytes("APETAGEX\u00d0\u0007\0\0 \0\0\0\u0001\0\0\0\0\0\0\u0080\0\0\0\0\0\0\0\0Title\0Tone");
        assertThat(mp3(join(id3, frames(50)))).isCloseTo(50 * FRAME_SECONDS, within(0.0001));
        assertThat(mp3(join(id3, id3, new byte[700], frames(50), ape, id3v1)))
                .isCloseTo(50 * FRAME_SECONDS, within(0.0001));
        assertThat(mp3(join(ape, frames(50)))).isCloseTo(50 * FRAME_SECONDS, within(0.0001));
    }

    @ParameterizedTest
    @CsvSource({ "0x00000100,128", "0x00010000,16384", "0x01000000,2097152", "0x01010101,2113665" })
    void passesOverTagsOfAnySize(String size, int length) throws IOException {
        byte[] tag = ByteBuffer.allocate(10 + length).put(bytes("ID3\u0004\0\0")).putInt(Integer.decode(size))
                .put(frames(length / FRAME)).array();
        assertThat(mp3(join(tag, frames(50)))).isCloseTo(50 * FRAME_SECONDS, within(0.0001));
    }

    @Test
    void doesNotCountTheFrameOfAVbriHeader() throws IOException {
        byte[] header = frames(1);
        System.arraycopy(bytes("VBRI\0\u0001"), 0, header, 36, 6);
        assertThat(mp3(join(header, frames(50)))).isCloseTo(50 * FRAME_SECONDS, within(0.0001));
    }

    @Test
    void doesNotBelieveAXingHeader() throws IOException {
        byte[] header = frames(1);
        // a number of frames, which is a lie, and then an encoder that says nothing of what it added
        System.arraycopy(bytes("Xing\0\0\0\u0001\u007f\u00ff\u00ff\u00ffGOGO3.12"), 0, header, 36, 20);
        assertThat(mp3(join(header, frames(50)))).isCloseTo(50 * FRAME_SECONDS, within(0.0001));
    }

    /** Each flag stands for a field before the encoder's name; LAME, Lavf and Lavc say what they have added. */
    @ParameterizedTest
    @CsvSource({
            "0,LAME,1728", "1,LAME,1728", "2,Lavf,1728", "4,Lavc,1728", "8,LAME,1728", "11,Lavf,1728", "15,LAME,1728",
            "15,GOGO,0" })
    void takesOffWhatTheEncoderSaysItHasAdded(int flags, String encoder, int samples) throws IOException {
        byte[] header = frames(1);
        xing(header, 36, flags, encoder);
        assertThat(mp3(join(header, frames(50)))).isCloseTo(50 * FRAME_SECONDS - samples / 44100d, within(0.0001));
    }

    @Test
    void believesNoEncoderBehindTheEndOfItsFrame() throws IOException {
        // 56 kbit/s, 48 kHz: 168 bytes, which is just enough for a table of contents and the encoder
        byte[] all = new byte[51 * 168];
        for (int i = 0; i < 51; i++) {
            ByteBuffer.wrap(all).putInt(i * 168, 0xfffb4400);
        }
        xing(all, 36, 4, "LAME");
        assertThat(mp3(all)).isCloseTo((50 * 1152 - 1728) / 48000d, within(0.0001));
        ByteBuffer.wrap(all).putInt(40, 6).put(148, bytes("LAME"));
        assertThat(mp3(all)).isCloseTo(50 * 1152 / 48000d, within(0.0001));
    }

    @Test
    void goesOnBehindDamage() throws IOException {
        byte[] noise = bytes(" what was here is gone \u00ff\u00fb\u0090\0 \u00ff\u00fa".repeat(20));
        assertThat(mp3(join(frames(50), noise, frames(50)))).isCloseTo(100 * FRAME_SECONDS, within(0.0001));
    }

    @Test
    void ofFilesOneBehindTheOtherIsThatOfBoth() throws IOException {
        byte[] both = join(Samples.bytes("length/vbr-60.mp3"), Samples.bytes("length/tagged.mp3"));
        assertThat(mp3(both)).isCloseTo(63, within(0.001));
    }

    @ParameterizedTest
    // PCM, whatever it says a second takes; A-law; then by the average, for MP3 in WAV
    @CsvSource({ "1,99,2", "6,0,2", "85,1000,16", "85,0,0" })
    void ofWavDependsOnTheCoding(int tag, int bytesPerSecond, double seconds) throws IOException {
        byte[] format = chunk("fmt ", 16, ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putShort((short) tag)
                .putShort((short) 2).putInt(2000).putInt(bytesPerSecond).putShort((short) 4).putShort((short) 16).array());
        byte[] odd = chunk("LIST", 3, new byte[4]);
        assertThat(wav(odd, format, odd, chunk("data", 16_000, new byte[16_000]), odd)).isEqualTo(seconds);
        assertThat(wav(format, chunk("data", -1, new byte[16_000]))).as("size unknown").isEqualTo(seconds);
        assertThat(wav(format, chunk("data", 0, new byte[16_000]))).as("size unknown").isEqualTo(seconds);
        assertThat(wav(format, chunk("data", 16_000, new byte[8_000]))).as("cut off").isEqualTo(seconds / 2);
    }

    @Test
    void ofCompressedWavIsTheNumberOfItsSamples() throws IOException {
        byte[] format = chunk("fmt ", 20, ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN).putShort((short) 0x11)
                .putShort((short) 1).putInt(2000).putInt(1000).putShort((short) 256).putShort((short) 4).array());
        byte[] data = chunk("data", 4000, new byte[4000]);
        assertThat(wav(format, chunk("fact", 4, new byte[] { 0x40, 0x1f, 0, 0 }), data)).isEqualTo(4);
        assertThat(wav(format, chunk("fact", 4, new byte[] { -1, -1, -1, -1 }), data)).as("unknown").isEqualTo(4);
        assertThat(wav(format, chunk("fact", 4, new byte[4]), data)).as("unknown").isEqualTo(4);
    }

    /** Encoders tell twice the bytes of a second, or no samples; then the four bits of a sample count. */
    @ParameterizedTest
    @CsvSource({ "2,505,8000", "17,505,0", "17,505,8000", "32,0,8000", "32,0,1", "23,0,8000", "16,0,8000" })
    void ofAdpcmIsNotTakenFromOneField(int tag, int samplesOfBlock, int samples) throws IOException {
        ByteBuffer format = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN).putShort((short) tag).putShort((short) 1)
                .putInt(2000).putInt(samples == 1 ? 1000 : 4000).putShort((short) 256).putShort((short) 4).putShort((short) 2)
                .putShort((short) samplesOfBlock);
        byte[] fact = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(samples).array();

        assertThat(wav(chunk("fmt ", 20, format.array()), chunk("fact", 4, fact), chunk("data", 4000, new byte[4000])))
                .isCloseTo(4, within(0.05));
    }

    @Test
    void ofAmrEndsWhereItsFramesDo() throws IOException {
        byte[] frame = new byte[32];
        frame[0] = 7 << 3;
        assertThat(seconds(MediaFormat.AMR, bytes("#!AMR\n"), frame, frame, new byte[13])).isEqualTo(0.06);
        for (int reserved = 9; reserved <= 14; reserved++) {
            byte[] other = { (byte) (reserved << 3) };
            assertThat(seconds(MediaFormat.AMR, bytes("#!AMR\n"), frame, other, frame)).isEqualTo(0.02);
        }
        assertThat(seconds(MediaFormat.AMR, bytes("#!AMR\n"), frame, Arrays.copyOf(frame, 31))).isEqualTo(0.02);
    }

    @ParameterizedTest
    @CsvSource({ "0,0", "7,0.02", "8,0.04", "40,0.04" })
    void readsNoFurtherThanWasSaidAndNoFurtherThanThereIs(int said, double seconds) throws IOException {
        ArrayContent content = new ArrayContent(bytes("#!AMR\n||"), said);
        assertThat(PlayTime.of(MediaFormat.AMR, content).toNanos() / 1e9).isEqualTo(seconds);
        assertThat(content.closed).isEqualTo(content.opened);
    }

    @Test
    void readsOnlyTheHeaderWhereThatIsEnough() throws IOException {
        for (String file : new String[] { "length/pcm-60.wav", "tone.wma" }) {
            ArrayContent content = new ArrayContent(Samples.bytes(file));
            PlayTime.of(of(file), content);
            assertThat(content.read).isLessThanOrEqualTo(FirstBytes.SNIFFED_BYTES);
            assertThat(content.closed).isEqualTo(1);
        }
    }

    private static double seconds(String file) throws IOException {
        return seconds(of(file), Samples.bytes(file));
    }

    private static MediaFormat of(String file) {
        byte[] bytes = Samples.bytes(file);
        return MediaFormats.of(bytes, Math.min(FirstBytes.SNIFFED_BYTES, bytes.length));
    }

    private static double mp3(byte[] bytes) throws IOException {
        return seconds(MediaFormat.MP3, bytes);
    }

    private static double wav(byte[]... chunks) throws IOException {
        return seconds(MediaFormat.WAV, bytes("RIFF\0\0\0\0WAVE"), join(chunks));
    }

    private static double seconds(MediaFormat format, byte[]... parts) throws IOException {
        return PlayTime.of(format, new ArrayContent(join(parts))).toNanos() / 1e9;
    }

    private static byte[] frames(int count) {
        ByteBuffer frames = ByteBuffer.allocate(count * FRAME);
        for (int i = 0; i < count; i++) {
            frames.putInt(i * FRAME, FRAME_HEADER);
        }
        return frames.array();
    }

    /** 576 samples added in front, and 1152 behind. */
    private static void xing(byte[] bytes, int offset, int flags, String encoder) {
        int name = offset + 8 + 4 * Integer.bitCount(flags & 11) + ((flags & 4) != 0 ? 100 : 0);
        ByteBuffer.wrap(bytes).put(offset, bytes("Xing")).putInt(offset + 4, flags).put(name, bytes(encoder))
                .putInt(name + 20, 0x240480);
    }

    private static byte[] chunk(String name, int size, byte[] content) {
        return join(bytes(name), ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(size).array(), content);
    }

    private static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
