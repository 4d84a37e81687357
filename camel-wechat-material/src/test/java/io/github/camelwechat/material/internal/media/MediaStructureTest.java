package io.github.camelwechat.material.internal.media;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;

import io.github.camelwechat.material.error.InvalidMaterialException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Formats that their first bytes do not tell: containers by what is in them, MP3 by its frames. */
class MediaStructureTest extends PreparerTestBase {

    private static final int FRAME = 417;
    private static final byte[] ASF_START = Arrays.copyOf(Samples.bytes("tone.wma"), 30);
    private static final String STREAM = "9107dcb7b7a9cf118ee600c00c205365";
    private static final String SOUND = "409e69f84d5bcf11a8fd00805f5c442b";
    private static final String PICTURES = "c0ef19bc4d5bcf11a8fd00805f5c442b";
    private static final String EXTENSION = "b503bf5f2ea9cf118ee300c00c205365";
    private static final String EXTENDED = "cba5e61472c632438399a96952065b5a";
    private static final String OTHER = "00112233445566778899aabbccddeeff";

    @Test
    void fileWithAHoleIsNotReadToItsEnd() throws IOException {
        Path file = temporary.resolve("hole.mp3");
        try (RandomAccessFile hole = new RandomAccessFile(file.toFile(), "rw")) {
            hole.write(HexFormat.of().parseHex("4944330400000000000a"));
            hole.setLength(4L << 30);
        }

        // to read it takes a minute
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertThat(catchThrowableOfType(InvalidMaterialException.class, () -> prepare(file.toFile()))).isNotNull();
        });
    }

    // ISO base media

    @ParameterizedTest
    @CsvSource({
            "vide,MP4", "soun,MP4_AUDIO", "pict,HEIC", "text,MP4", "vide soun,MP4", "soun vide,MP4", "soun text,MP4_AUDIO" })
    void tracksTellAFilm(String kinds, MediaFormat format) throws IOException {
        byte[] moov = moov(kinds.split(" "));
        assertThat(format(ftyp("isom", "mp42"), moov, mdat(20_000))).isEqualTo(format);
        assertThat(format(ftyp("isom", "mp42"), mdat(20_000), moov)).isEqualTo(format);
        assertThat(format(ftyp("isom", "mp42"), large(mdat(20_000)), moov, box("free"))).isEqualTo(format);
        assertThat(format(box("free"), box("wide", new byte[9000]), ftyp("isom"), moov)).isEqualTo(format);
    }

    @Test
    void tracksTellWhereNoBrandIsKnown() throws IOException {
        assertThat(format(ftyp("zzzz"), mdat(20_000), moov("vide"))).isEqualTo(MediaFormat.MP4);
        assertThat(format(ftyp("zzzz"), mdat(20_000), moov("soun"))).isEqualTo(MediaFormat.MP4_AUDIO);
        assertThat(format(ftyp("zzzz"), mdat(20_000), moov("text"))).isNull();
        assertThat(format(ftyp("zzzz"), mdat(20_000))).isNull();
        assertThat(format(ftyp("isom"), mdat(20_000))).isEqualTo(MediaFormat.MP4);
    }

    @Test
    void aBrandOfAnotherFormatIsNotOverruled() throws IOException {
        assertThat(format(ftyp("qt  ", "mp42"), moov("vide"))).isEqualTo(MediaFormat.MOV);
        assertThat(format(ftyp("zzzz", "qt  "), moov("vide"))).isEqualTo(MediaFormat.MOV);
        assertThat(format(ftyp("M4A ", "mp42"), moov("vide"))).isEqualTo(MediaFormat.M4A);
        assertThat(format(ftyp("crx ", "isom"), moov("vide"))).isEqualTo(MediaFormat.CR3);
        assertThat(format(ftyp("mif1", "mif1", "avif"), moov("pict"))).isEqualTo(MediaFormat.AVIF);
        assertThat(format(ftyp("mif1", "heic"))).isEqualTo(MediaFormat.HEIC);
        assertThat(format(box("free", new byte[9000]), ftyp("qt  "), moov("vide"))).isEqualTo(MediaFormat.MOV);
    }

    @Test
    void stillPicturesAreNoFilm() throws IOException {
        byte[] meta = box("meta", new byte[4], handler("pict"));
        assertThat(format(ftyp("isom"), meta, mdat(100))).isEqualTo(MediaFormat.HEIC);
        assertThat(format(ftyp("isom"), meta, moov("vide"))).as("and a film").isEqualTo(MediaFormat.MP4);
        assertThat(format(ftyp("isom"), box("moov", box("udta", meta), box("trak", box("mdia", handler("vide"))))))
                .isEqualTo(MediaFormat.MP4);
    }

    @Test
    void boxesComeInAnyOrder() throws IOException {
        assertThat(format(box("free"), moov("vide"), ftyp("isom"))).isEqualTo(MediaFormat.MP4);
        assertThat(format(mdat(9000), ftyp("isom"), moov("vide"))).isEqualTo(MediaFormat.MP4);
        assertThat(format(mdat(9000), moov("vide"), ftyp("isom"))).isEqualTo(MediaFormat.MP4);
        assertThat(format(mdat(9000), ftyp("isom"), moov("soun"))).isEqualTo(MediaFormat.MP4_AUDIO);
        assertThat(format(mdat(9000), ftyp("qt  "), moov("vide"))).isEqualTo(MediaFormat.MOV);
        assertThat(format(box("free", new byte[9000]), moov("vide"), ftyp("M4A "))).isEqualTo(MediaFormat.M4A);
    }

    @Test
    void withoutBrandsItIsQuickTime() throws IOException {
        assertThat(format(moov("vide"))).isEqualTo(MediaFormat.MOV);
        assertThat(format(box("free"), moov("vide"))).isEqualTo(MediaFormat.MOV);
        assertThat(format(box("free", new byte[9000]), moov("vide"))).isEqualTo(MediaFormat.MOV);
        assertThat(format(box("styp"), box("moof"))).isEqualTo(MediaFormat.MP4_FRAGMENT);
        assertThat(format(box("uuid", new byte[16]))).isNull();
        assertThat(format(box("styp"), ftyp("isom"), moov("vide"))).isEqualTo(MediaFormat.MP4);
    }

    @Test
    void tracksThatAreCutOffTellNothing() throws IOException {
        byte[] whole = join(ftyp("isom"), moov("soun", "vide"));
        int first = whole.length - moov("vide").length + 8;
        assertThat(format(Arrays.copyOf(whole, first))).isEqualTo(MediaFormat.MP4);
        assertThat(format(Arrays.copyOf(whole, first - 30))).isEqualTo(MediaFormat.MP4);
    }

    @ParameterizedTest
    @ValueSource(longs = { 0, 1, 2, 7, 0x7fffffffL, 0xffffffffL })
    void sizesThatLieEndTheWalk(long size) throws IOException {
        byte[] lying = box("mdat", new byte[100]);
        ByteBuffer.wrap(lying).putInt(0, (int) size);
        assertThat(format(ftyp("isom"), lying, moov("soun"))).isEqualTo(MediaFormat.MP4);
        byte[] large = large(mdat(100));
        for (long huge : new long[] { size, -1, Long.MIN_VALUE, Long.MAX_VALUE }) {
            ByteBuffer.wrap(large).putLong(8, huge);
            assertThat(format(ftyp("isom"), large, moov("soun"))).isEqualTo(MediaFormat.MP4);
        }
    }

    @Test
    void soundAloneIsNoVideoUnlessThatIsAskedFor() {
        byte[] sound = join(ftyp("mp42", "isom"), mdat(20_000), moov("soun"));
        for (Object body : new Object[] { sound, new ByteArrayInputStream(sound) }) {
            assertThat(refused(body, null)).hasMessage(
                    "message body: WeChat's voice takes mp3, wma, wav, amr; this is MP4 with sound only (by its content)."
                                                       + " Convert it to one of these, or set type=video to send it as a"
                                                       + " video without pictures.");
        }
        Media media = prepare(sound, MaterialType.VIDEO.rule(), "talk.m4a");
        assertThat(media.fileName()).isEqualTo("talk.mp4");
        assertThat(media.contentType()).isEqualTo("video/mp4");
        assertThat(refused(sound, UploadRule.ARTICLE_IMAGE)).hasMessageNotContainingAny("type=");
    }

    // ASF

    @Test
    void aStreamOfPicturesIsFoundWhereverItIs() throws IOException {
        byte[] sound = object(STREAM, hex(SOUND), new byte[40]);
        byte[] pictures = object(STREAM, hex(PICTURES), new byte[40]);
        byte[] far = object(OTHER, new byte[60_000]);
        assertThat(format(ASF_START, sound)).isEqualTo(MediaFormat.WMA);
        assertThat(format(ASF_START, sound, far, pictures)).isEqualTo(MediaFormat.WMV);
        assertThat(format(ASF_START, far, sound, object(EXTENSION, new byte[22], pictures))).isEqualTo(MediaFormat.WMV);
        assertThat(format(ASF_START, far, sound, object(EXTENSION, new byte[22], object(EXTENDED, new byte[64], pictures))))
                .isEqualTo(MediaFormat.WMV);
        assertThat(format(ASF_START, far, sound, object(EXTENSION, new byte[22], object(OTHER, pictures)))).as("a remark")
                .isEqualTo(MediaFormat.WMA);
    }

    @Test
    void aRemarkIsNoStream() throws IOException {
        byte[] sound = object(STREAM, hex(SOUND), new byte[40]);
        assertThat(format(ASF_START, sound, object(OTHER, hex(PICTURES)))).isEqualTo(MediaFormat.WMA);
        byte[] broken = object(OTHER, hex(PICTURES));
        ByteBuffer.wrap(broken).order(ByteOrder.LITTLE_ENDIAN).putLong(16, 23);
        assertThat(format(ASF_START, broken, sound)).as("the chain is broken").isEqualTo(MediaFormat.WMV);
    }

    @ParameterizedTest
    @ValueSource(longs = { 0, 23, -1, Long.MIN_VALUE, Long.MAX_VALUE })
    void sizesOfObjectsThatLieEndTheWalk(long size) throws IOException {
        byte[] lying = object(OTHER, new byte[9000]);
        ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN).putLong(16, size);
        assertThat(format(ASF_START, lying, object(STREAM, hex(PICTURES)))).isEqualTo(MediaFormat.WMA);
    }

    // MP3

    @Test
    void framesAreFoundAfterTagsAndJunk() throws IOException {
        byte[] junk = "no frame".getBytes(StandardCharsets.US_ASCII);
        byte[] far = new byte[200_000];
        Arrays.fill(far, (byte) 'x');
        assertThat(format(id3(100), id3(70_000), frames(4))).isEqualTo(MediaFormat.MP3);
        assertThat(format(id3(70_000), junk, frames(4))).isEqualTo(MediaFormat.MP3);
        assertThat(format(id3(100), far, frames(4))).isEqualTo(MediaFormat.MP3);
        assertThat(format(id3(100), far, far, frames(4))).as("too far").isNull();
        assertThat(format(ape(100), frames(4))).isEqualTo(MediaFormat.MP3);
        assertThat(format(id3(100), ape(100), new byte[5000], frames(4))).isEqualTo(MediaFormat.MP3);
        assertThat(format(junk, frames(4))).as("without a tag").isEqualTo(MediaFormat.MP3);
        assertThat(format(new byte[20_000], frames(4))).as("after silence").isEqualTo(MediaFormat.MP3);
        assertThat(format(junk, frames(2))).as("to the end").isEqualTo(MediaFormat.MP3);
        assertThat(format(junk, frames(2), junk)).as("too few to be sure").isNull();
    }

    @Test
    void aTagThatLiesAboutItsLengthIsPassedOver() throws IOException {
        byte[] lying = id3(1000);
        lying[6] = 0x7f;
        assertThat(format(lying, frames(4))).isEqualTo(MediaFormat.MP3);
        byte[] ape = ape(100);
        ByteBuffer.wrap(ape).order(ByteOrder.LITTLE_ENDIAN).putInt(12, -1);
        assertThat(format(ape, frames(4))).isEqualTo(MediaFormat.MP3);
    }

    @ParameterizedTest
    @CsvSource({
            "fLaC,FLAC", "'MAC \u0096\u000f',APE", "OggS,OGG", "wvpk,WAVPACK", "'#!AMR\n',AMR", "'#!SILK_V3',SILK", "zzzz,",
            "'\u0000\u0000\u0000\u0018ftypM4A \u0000\u0000\u0000\u0000',M4A", "'\u00ff\u00d8\u00ff\u00e0',",
            "'RIFF\u0000\u0000\u0000\u0000WAVE',WAV" })
    void thatWhichFollowsATagDecides(String start, MediaFormat format) throws IOException {
        byte[] audio = Arrays.copyOf(start.getBytes(StandardCharsets.ISO_8859_1), 1000);
        assertThat(format(id3(100), audio)).isEqualTo(format);
        assertThat(format(id3(70_000), id3(10), audio)).isEqualTo(format);
    }

    @Test
    void aTagWithoutAudioIsRefusedWithoutAdviceToSendItAllTheSame() {
        assertThat(refused(id3(100), null)).hasMessageContaining("a tag of MP3 in front, and no audio after it")
                .hasMessageNotContainingAny("validate");
    }

    @Test
    void otherLayersAreNamed() throws IOException {
        assertThat(format(frames(0xfffd9000, 522, 4))).isEqualTo(MediaFormat.MP2);
        assertThat(format(frames(0xffff9000, 312, 4))).isEqualTo(MediaFormat.MP1);
        assertThat(format(id3(70_000), frames(0xfffd9000, 522, 4))).isEqualTo(MediaFormat.MP2);
    }

    @Test
    void freeFormatIsMeasured() throws IOException {
        byte[] free = frames(0xfffb0000, 700, 100);
        assertThat(format(free)).isEqualTo(MediaFormat.MP3);
        assertThat(PlayTime.of(MediaFormat.MP3, new ArrayContent(free)).toMillis()).isEqualTo(100 * 1152 * 1000 / 44100);
        assertThat(format(frames(0xfffb0000, 700, 2))).as("its length shows in the third").isNull();
        assertThat(format(frames(0xfffb0000, 3000, 4))).as("longer than any").isNull();
    }

    @Test
    void audioAfterATagHasItsPlayTime() throws IOException {
        byte[] wav = join(id3(100), Samples.bytes("length/pcm-65.wav"));
        byte[] amr = join(id3(100), Samples.bytes("length/nb-65.amr"));
        assertThat(PlayTime.of(MediaFormat.WAV, new ArrayContent(wav))).hasSeconds(65);
        assertThat(PlayTime.of(MediaFormat.AMR, new ArrayContent(amr)).toMillis()).isEqualTo(65_020);
    }

    // how much is read

    @Test
    void aLongFilmIsPassedOver() throws IOException {
        byte[] film = join(ftyp("isom"), mdat(9 << 20), moov("vide"));
        long[] read = new long[2];
        Content content = new BufferContent(ByteBuffer.wrap(film));
        try (SkippingChannel channel = (SkippingChannel) content.open()) {
            SkippingChannel counted = new SkippingChannel() {
                @Override
                public long skip(long count) throws IOException {
                    read[1] += count;
                    return channel.skip(count);
                }

                @Override
                public int read(ByteBuffer target) throws IOException {
                    int count = channel.read(target);
                    read[0] += Math.max(0, count);
                    return count;
                }

                @Override
                public boolean isOpen() {
                    return true;
                }

                @Override
                public void close() {
                    // the content's
                }
            };
            assertThat(new IsoTracks().format(new ForwardReader(counted, film.length), true)).isEqualTo(MediaFormat.MP4);
        }
        assertThat(read[0]).isLessThan(32 << 10);
        assertThat(read[1]).isGreaterThan((9 << 20) - (32 << 10));
    }

    @Test
    void aStreamIsJudgedByWhatHasComeWhenItIsTooLarge() {
        byte[] flac = join(id3(100), Arrays.copyOf(Samples.bytes("tone.flac"), 3 << 20));
        byte[] wmv = join(ASF_START, object(OTHER, new byte[60_000]), object(STREAM, hex(PICTURES)), new byte[3 << 20]);
        byte[] mp3 = join(id3(100), frames(6000));
        assertThat(refused(new ByteArrayInputStream(flac), null)).hasMessageContaining("this is FLAC");
        assertThat(refused(new ByteArrayInputStream(wmv), null)).hasMessageContaining("this is WMV");
        assertThat(refused(new ByteArrayInputStream(mp3), null)).hasMessageContaining("the limit for voice is");
        assertThat(refused(new ByteArrayInputStream(join(id3((2 << 20) - 1), id3(1 << 20))), null))
                .hasMessageContaining("the limit for voice is");
    }

    @Test
    void aStreamThatBeginsWithPaddingIsTakenUnchecked() {
        byte[] film = join(box("free", new byte[9000]), ftyp("isom"), mdat(100), moov("vide"));
        assertThat(unchecked(new ByteArrayInputStream(film), null, null).rule()).isEqualTo(MaterialType.VIDEO.rule());
        assertThat(unchecked(film, null, null).rule()).isEqualTo(MaterialType.VIDEO.rule());
    }

    @Test
    void archivesAreToBeUnpacked() {
        assertThat(refused("PK\5\6".getBytes(StandardCharsets.ISO_8859_1), null)).hasMessageEndingWith("Unpack it first.");
    }

    @Test
    void bothWaysIntoAFileSkipAlike() throws IOException {
        byte[] film = join(ftyp("isom"), mdat(100_000), moov("soun"));
        assertThat(refused(Files.write(temporary.resolve("a.mp4"), film), null)).hasMessageContaining("sound only");
        assertThat(refused(new StreamCacheTest.WatchedCache(film, false), null)).hasMessageContaining("sound only");
    }

    private InvalidMaterialException refused(Object body, UploadRule rule) {
        InvalidMaterialException e = catchThrowableOfType(InvalidMaterialException.class, () -> prepare(body, rule, null));
        assertThat(e).isNotNull();
        return e;
    }

    /** The format by the head and, where that does not tell, by the whole. */
    private static MediaFormat format(byte[]... parts) throws IOException {
        byte[] all = join(parts);
        FirstGuess guess = MediaFormats.guess(new FirstBytes(all, Math.min(all.length, FirstBytes.SNIFFED_BYTES)));
        return guess.structure() == null
                ? guess.format()
                : guess.structure().format(new ForwardReader(new ArrayContent(all).open(), all.length), true);
    }

    private static byte[] ftyp(String major, String... compatible) {
        return box("ftyp", (major + "\0\0\2\0" + String.join("", compatible)).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] moov(String... kinds) {
        byte[][] tracks = new byte[kinds.length][];
        for (int i = 0; i < kinds.length; i++) {
            tracks[i] = box("trak", box("tkhd", new byte[84]), box("mdia", box("mdhd", new byte[24]), handler(kinds[i])));
        }
        return box("moov", box("mvhd", new byte[100]), join(tracks));
    }

    private static byte[] handler(String kind) {
        return box("hdlr", new byte[8], kind.getBytes(StandardCharsets.US_ASCII), new byte[13]);
    }

    private static byte[] mdat(int length) {
        return box("mdat", new byte[length]);
    }

    private static byte[] box(String type, byte[]... parts) {
        byte[] content = join(parts);
        return ByteBuffer.allocate(8 + content.length).putInt(8 + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII)).put(content).array();
    }

    /** The same box with a size of 64 bits. */
    private static byte[] large(byte[] box) {
        return ByteBuffer.allocate(box.length + 8).putInt(1).put(box, 4, 4).putLong(box.length + 8L).put(box, 8, box.length - 8)
                .array();
    }

    private static byte[] object(String guid, byte[]... parts) {
        byte[] content = join(parts);
        return ByteBuffer.allocate(24 + content.length).order(ByteOrder.LITTLE_ENDIAN).put(hex(guid))
                .putLong(24 + content.length).put(content).array();
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] id3(int length) {
        return ByteBuffer.allocate(10 + length).put("ID3\3\0\0".getBytes(StandardCharsets.ISO_8859_1))
                .put((byte) (length >> 21)).put((byte) (length >> 14 & 0x7f)).put((byte) (length >> 7 & 0x7f))
                .put((byte) (length & 0x7f)).array();
    }

    private static byte[] ape(int length) {
        return ByteBuffer.allocate(32 + length).order(ByteOrder.LITTLE_ENDIAN)
                .put("APETAGEX".getBytes(StandardCharsets.US_ASCII)).putInt(2000).putInt(length).putInt(1).putInt(0xa0000000)
                .array();
    }

    private static byte[] frames(int count) {
        return frames(0xfffb9000, FRAME, count);
    }

    private static byte[] frames(int header, int length, int count) {
        ByteBuffer frames = ByteBuffer.allocate(length * count);
        for (int i = 0; i < count; i++) {
            frames.putInt(i * length, header);
        }
        return frames.array();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
