package io.github.camelwechat.material.internal.media;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MediaFormatsTest {

    @ParameterizedTest
    @CsvSource({
            "picture.png,PNG", "picture.jpg,JPEG", "picture.gif,GIF", "picture.bmp,BMP", "picture.webp,WEBP",
            "cbr.mp3,MP3", "vbr.mp3,MP3", "vbr-no-xing.mp3,MP3", "id3.mp3,MP3", "mpeg2.mp3,MP3",
            "tone.wav,WAV", "tone.amr,AMR", "tone.wma,WMA", "tone.m4a,M4A", "tone.aac,AAC", "tone.flac,FLAC",
            "clip.mp4,MP4", "clip.mov,MOV", "clip.3gp,THREE_GP", "clip.wmv,WMV", "clip.mkv,MATROSKA", "clip.avi,AVI" })
    void recognisesWhatFfmpegMakes(String file, MediaFormat format) {
        assertThat(of(Arrays.copyOf(Samples.bytes(file), Math.min(FirstBytes.SNIFFED_BYTES, Samples.bytes(file).length))))
                .isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource({
            "isom,MP4", "mp41,MP4", "mp42,MP4", "avc1,MP4", "'M4V ',MP4", "iso6,MP4", "'qt  ',MOV", "3gp4,THREE_GP",
            "3g2a,THREE_GP", "'M4A ',M4A", "'M4B ',M4A", "heic,HEIC", "mif1,HEIC", "avif,AVIF", "zzzz," })
    void tellsIsoMediaByTheirBrand(String brand, MediaFormat format) {
        assertThat(of(ftyp(brand))).isEqualTo(format);
    }

    @Test
    void asksTheCompatibleBrandsWhereTheMajorOneIsUnknown() {
        assertThat(of(ftyp("XAVC", "XAVC", "mp42", "iso2"))).isEqualTo(MediaFormat.MP4);
        assertThat(of(ftyp("caqv", "mp42", "qt  "))).isEqualTo(MediaFormat.MOV);
        assertThat(of(bytes("\0\0\0\u0014ftypXAVC\0\0\0\0mp42\0\0\0\u0008qt  "))).as("the next box is no brand")
                .isEqualTo(MediaFormat.MP4);
        assertThat(of(ftyp("isom", "iso2", "qt  "))).isEqualTo(MediaFormat.MP4);
    }

    @Test
    void takesAQuickTimeFileWithoutBrandForWhatItIs() {
        assertThat(of(bytes("\0\0\0\u0008wide\0\u00124Vmdat"))).isEqualTo(MediaFormat.MOV);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "hello", "", "a", "{\"title\":\"x\"}", "<!DOCTYPE html><html>", "BM is a car maker, they say, and a good one",
            "I'm free to go", "    free to go", "BM\0\0\0\0\0\0\0\0\0\0\0\0\r\0\0\0", "Yes ftypisom", "ID3 tags explained",
            "RIFF raff and more", "#!/bin/sh\n", "MAC addresses", "MP+ and more", "\0\0\0\0", "\u00ff\u00d8"

    })

    void doesNotRecogniseWhatIsNoMedia(String latin1) {
        assertThat(of(bytes(latin1))).isNull();
    }

    @Test
    void doesNotTakeUtf16TextForMp3() {
        byte[] text = ("\ufeff" + "你好，世界 ".repeat(500)).getBytes(StandardCharsets.UTF_16LE);
        assertThat(text).startsWith(0xff, 0xfe);
        assertThat(of(text)).isNull();
        assertThat(of(("\ufeff" + "hello ".repeat(500)).getBytes(StandardCharsets.UTF_16BE))).isNull();
        assertThat(of("你好".repeat(50).getBytes(Charset.forName("GBK")))).isNull();
    }

    /** MPEG 1, layer III, 128 kbit/s, 44.1 kHz is FF FB 90; then one field after the other is made wrong. */
    @ParameterizedTest
    @CsvSource({
            "fffb9000,true", "fff39000,true", "ffe39000,true", "fffa9000,true", // version 1, 2, 2.5; with CRC
            "ffeb9000,false", // version reserved
            "fffd9000,false", "ffff9000,false", // layer II, I
            "fffbf000,false", "fffb0000,false", // bit rate reserved, free
            "fffb9c00,false", // sample rate reserved
            "fefb9000,false", "ff1b9000,false" }) // sync
    void checksAFrameHeaderInFull(String header, boolean mp3) {
        assertThat(of(HexFormat.of().parseHex(header)) == MediaFormat.MP3).isEqualTo(mp3);
    }

    /** The last sample rate there is, and one of those that there are not. */
    @ParameterizedTest
    @CsvSource({ "fff13000,AAC", "fff93000,AAC", "fff13400,", "fff33000,MP3" })
    void checksAHeaderOfAacToo(String header, MediaFormat format) {
        assertThat(of(HexFormat.of().parseHex(header))).isEqualTo(format);
    }

    @Test
    void aFileThatEndsInsideItsSecondFramesHeaderMayBeMp3() {
        assertThat(of(Arrays.copyOf(HexFormat.of().parseHex("fffb9000"), 417 + 2))).isEqualTo(MediaFormat.MP3);
        assertThat(of(Arrays.copyOf(HexFormat.of().parseHex("fffb9000"), 417 + 4))).isNull();
    }

    @Test
    void wantsASecondFrameWhereTheFirstSays() {
        byte[] frames = new byte[417 + 4];
        frames[0] = frames[417] = (byte) 0xff;
        frames[1] = frames[418] = (byte) 0xfb;
        frames[2] = frames[419] = (byte) 0x90;
        assertThat(of(frames)).isEqualTo(MediaFormat.MP3);

        frames[417] = 0;
        assertThat(of(frames)).isNull();
    }

    @Test
    void looksBehindAnId3Tag() {
        assertThat(of(id3("fLaC\0\0\0#"))).isEqualTo(MediaFormat.FLAC);
        assertThat(of(id3("\u00ff\u00f1P\u0080"))).isEqualTo(MediaFormat.AAC);
        assertThat(of(id3("\u00ff\u00fb\u0090\0"))).isEqualTo(MediaFormat.MP3);
        assertThat(of(id3("\0\0\0\u00ff\u00fb\u0090\0"))).isEqualTo(MediaFormat.MP3);
        assertThat(of(id3("no audio"))).isNull();
    }

    /** Versions 2.2 to 2.4; a size of seven bits a byte; and a footer as long as the header. */
    @ParameterizedTest
    @CsvSource({
            "2,0,0,0", "4,0,0,0", "3,0,2,256", "3,0,1,128", "4,16,0,10", "4,16,2,266" })
    void findsTheAudioBehindAnId3Tag(int version, int flags, int sizeByte, int length) {
        byte[] tagged = new byte[10 + length + 4];
        System.arraycopy(bytes("ID3" + (char) version + "\0" + (char) flags + "\0\0" + (char) sizeByte + "\0"), 0, tagged, 0,
                10);
        // what is in the tag is no zeros, which would be passed over
        Arrays.fill(tagged, 10, tagged.length, (byte) 'x');
        System.arraycopy(bytes("fLaC"), 0, tagged, tagged.length - 4, 4);
        assertThat(of(tagged)).isEqualTo(MediaFormat.FLAC);
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 5 })
    void readsOtherVersionsOfId3Alike(int version) {
        assertThat(of(bytes("ID3" + (char) version + "\0\0\0\0\0\0fLaC"))).isEqualTo(MediaFormat.FLAC);
    }

    @Test
    void trustsAnId3TagThatHidesTheRest() {
        byte[] cover = new byte[FirstBytes.SNIFFED_BYTES];
        System.arraycopy(bytes("ID3\u0003\0\0\0\u0002\0\0"), 0, cover, 0, 10);
        assertThat(of(cover)).isEqualTo(MediaFormat.MP3);
    }

    @Test
    void findsAVideoStreamInAsfBehindALongHeader() {
        byte[] wmv = Samples.bytes("clip.wmv");
        byte[] later = new byte[FirstBytes.SNIFFED_BYTES];
        System.arraycopy(wmv, 0, later, 0, 30);
        System.arraycopy(wmv, 30, later, 6000, 1000);
        assertThat(of(later)).isEqualTo(MediaFormat.WMV);
    }

    @Test
    void neverReadsBeyondWhatIsThere() {
        for (String file : new String[] { "picture.bmp", "id3.mp3", "tone.wma", "clip.mp4", "picture.webp", "tone.aac" }) {
            byte[] sample = Samples.bytes(file);
            for (int length = 0; length < 200; length++) {
                // whatever it says, it must not fail, and what lies behind the length must not count
                MediaFormat cut = of(Arrays.copyOf(sample, length));
                assertThat(MediaFormats.of(sample, length)).isEqualTo(cut);
            }
        }
    }

    @Test
    void autoNeverGivesAThumb() {
        assertThat(MediaFormat.values()).extracting(MediaFormat::autoType).doesNotContain(MaterialType.THUMB);
        assertThat(MediaFormat.JPEG.autoType()).isEqualTo(MaterialType.IMAGE);
        assertThat(MediaFormat.AMR.autoType()).isEqualTo(MaterialType.VOICE);
        assertThat(MediaFormat.MP4.autoType()).isEqualTo(MaterialType.VIDEO);
        assertThat(MediaFormat.AMR_WB.autoType()).isNull();
    }

    private static byte[] id3(String behind) {
        return bytes("ID3\u0003\0\0\0\0\0\u0004abcd" + behind);
    }

    private static byte[] ftyp(String major, String... compatible) {
        return bytes("\0\0\0" + (char) (16 + 4 * compatible.length) + "ftyp" + major + "\0\0\u0002\0"
                     + String.join("", compatible) + "\0\0\0\u0008free");
    }

    private static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static MediaFormat of(byte[] bytes) {
        return MediaFormats.of(bytes, bytes.length);
    }
}
