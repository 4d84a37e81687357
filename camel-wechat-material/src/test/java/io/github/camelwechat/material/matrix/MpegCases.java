package io.github.camelwechat.material.matrix;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** MP3 with all that comes before and behind its frames, speech formats, and what else people take for MP3. */
final class MpegCases {

    private static final byte[] MP3 = CaseList.sample("cbr.mp3");
    private static final byte[] AMR = CaseList.sample("tone.amr");
    private static final byte[] FLAC = CaseList.sample("tone.flac");
    private static final byte[] AAC = CaseList.sample("tone.aac");
    private static final int FRAMES = 30;

    private final CaseList list = new CaseList("voice");

    private MpegCases() {
    }

    static List<MediaCase> all() {
        MpegCases cases = new MpegCases();
        cases.mp3();
        cases.tags();
        cases.relatives();
        cases.speech();
        return cases.list.cases();
    }

    /** Silent frames. */
    private static Blob frames(int header, int length, int count) {
        Blob frames = new Blob();
        for (int i = 0; i < count; i++) {
            frames.big(header, 4).zeros(length - 4);
        }
        return frames;
    }

    private static Blob id3(int version, int flags, int content) {
        Blob tag = Blob.of("ID3").big(version, 1).big(0, 1).big(flags, 1).big(synchsafe(content), 4);
        byte[] title = new Blob().text("TIT2").big(5, 4).big(0, 2).text("\0Tone").bytes();
        return content >= title.length ? tag.bytes(title).zeros(content - title.length) : tag.zeros(content);
    }

    private static int synchsafe(int size) {
        return ((size >> 21) << 24) | ((size >> 14 & 0x7f) << 16) | ((size >> 7 & 0x7f) << 8) | (size & 0x7f);
    }

    private static Blob ape(boolean header) {
        Blob item = new Blob().little(4, 4).little(0, 4).text("Title\0Tone");
        Blob tag = new Blob();
        if (header) {
            tag.text("APETAGEX").little(2000, 4).little(item.length() + 32, 4).little(1, 4).little(0xa0000000L, 4).zeros(8);
        }
        return tag.bytes(item.bytes()).text("APETAGEX").little(2000, 4).little(item.length() + 32, 4).little(1, 4)
                .little(header ? 0x80000000L : 0, 4).zeros(8);
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        for (int i = 0; i < length; i++) {
            noise[i] = (byte) (1 + ((i * 37) & 0x7f));
        }
        return noise;
    }

    private void mp3() {
        list.add("mp3", MP3).add("mp3 of varying bit rate", CaseList.sample("vbr.mp3"))
                .add("mp3 without Xing", CaseList.sample("vbr-no-xing.mp3")).add("mp3 MPEG-2", CaseList.sample("mpeg2.mp3"))
                .add("mp3 MPEG-2.5", frames(0xffe318c4, 72, FRAMES)).add("mp3 with checksums", frames(0xfffa90c4, 417, FRAMES))
                .add("mp3 of free format", frames(0xfffb00c4, 100, FRAMES)).add("mp3 of one frame", frames(0xfffb90c4, 417, 1))
                .add("mp3 of two frames", frames(0xfffb90c4, 417, 2)).add("mp3 of three frames", frames(0xfffb90c4, 417, 3))
                .add("mp3 of one frame's start", frames(0xfffb90c4, 20, 1))
                .add("mp3 of a header only", new Blob().big(0xfffb90c4, 4))
                .add("mp3 of frames that do not follow", frames(0xfffb90c4, 300, FRAMES))
                .add("sound that repeats like frames of free format",
                        Blob.of(noise(100)).bytes(frames(0xfff204cd, 779, 40).bytes()))
                .add("mp3 with a frame's end first", Blob.of(noise(300)).bytes(MP3))
                .add("mp3 with 10 bytes of noise first", Blob.of(noise(10)).bytes(MP3))
                .add("mp3 with 5,000 bytes of noise first", Blob.of(noise(5000)).bytes(MP3))
                .add("mp3 with 200 KB of noise first", Blob.of(noise(200_000)).bytes(MP3))
                .add("mp3 with 20 KB of zeros first", new Blob().zeros(20_000).bytes(MP3))
                .add("mp3 of 65 s", CaseList.sample("length/cbr-65.mp3"))
                .add("mp3 that is no MP3 after 2 frames", frames(0xfffb90c4, 417, 2).bytes(noise(20_000)))
                .add("mp3 in UTF-16's mark", Blob.of("\u00ff\u00fe").text("t\0e\0x\0t\0 \0o\0f\0 \0W\0i\0n\0d\0o\0w\0s\0"))
                .add("mp3 reserved bit rate", frames(0xfffbf0c4, 417, FRAMES))
                .add("mp3 reserved rate", frames(0xfffb9cc4, 417, FRAMES));
    }

    private void tags() {
        byte[] small = id3(3, 0, 100).bytes();
        list.add("id3 and mp3", CaseList.sample("id3.mp3")).add("id3 v2.2 and mp3", id3(2, 0, 100).bytes(MP3))
                .add("id3 v2.4 with footer and mp3", id3(4, 0x10, 100).text("3DI\4\0\20").big(100, 4).bytes(MP3))
                .add("id3 v2.5 and mp3", id3(5, 0, 100).bytes(MP3)).add("id3 of 0 bytes and mp3", id3(3, 0, 0).bytes(MP3))
                .add("id3 of 62 KB and mp3", id3(3, 0, 62_000).bytes(MP3))
                .add("id3 of 500 KB and mp3", id3(3, 0, 500_000).bytes(MP3))
                .add("id3 with a picture of MP4 and mp3",
                        new Blob().text("ID3\3\0\0").big(synchsafe(7985), 4).text("APIC").big(7975, 4)
                                .big(0, 2).bytes(CaseList.sample("clip.mp4"), 0, 7975).bytes(MP3))
                .add("id3 twice and mp3", Blob.of(small).bytes(small).bytes(MP3))
                .add("id3 five times and mp3", Blob.of(small).bytes(small).bytes(small).bytes(small).bytes(small).bytes(MP3))
                .add("id3, 10 bytes of noise and mp3", Blob.of(small).bytes(noise(10)).bytes(MP3))
                .add("id3, 3,000 zeros and mp3", Blob.of(small).zeros(3000).bytes(MP3))
                .add("id3 of 62 KB, 10 bytes of noise and mp3", id3(3, 0, 62_000).bytes(noise(10)).bytes(MP3))
                .add("id3 that is too long by 50 and mp3", id3(3, 0, 100).bytes(MP3, 0, MP3.length))
                .add("id3 longer than the file and mp3", Blob.of("ID3\3\0\0").big(synchsafe(5_000_000), 4).zeros(90).bytes(MP3))
                .add("id3 with a size of high bits and mp3", Blob.of("ID3\3\0\0\0\0\u00ff\u00ff").zeros(100).bytes(MP3))
                .add("id3 v2.1 of 12 KB and mp3", id3(1, 0, 12_000).bytes(MP3))
                .add("id3 v2.5 of 12 KB and mp3", id3(5, 0, 12_000).bytes(MP3))
                .add("id3 without a version, of 12 KB, and mp3", id3(255, 0, 12_000).bytes(MP3))
                .add("id3 of 40 KB with a size of high bits and mp3",
                        Blob.of("ID3\3\0\0\0\0\u009c\u0080").zeros(40_064).bytes(MP3))
                .add("id3, ape and mp3", Blob.of(small).bytes(ape(true).bytes()).bytes(MP3))
                .add("ape and mp3", ape(true).bytes(MP3)).add("mp3 and ape", Blob.of(MP3).bytes(ape(true).bytes()))
                .add("mp3 and ape without header", Blob.of(MP3).bytes(ape(false).bytes()))
                .add("mp3 and id3 v1", Blob.of(MP3).text("TAGTone").zeros(121))
                .add("id3 v1 and mp3", Blob.of("TAGTone").zeros(121).bytes(MP3))
                .add("mp3 and lyrics", Blob.of(MP3).text("LYRICSBEGININD0000210000024LYRICS200TAGTone").zeros(121))
                .add("mp3 with id3 in the middle", Blob.of(MP3).bytes(small).bytes(MP3))
                .add("id3 only", id3(3, 0, 1000)).add("id3 and text", Blob.of(small).text("No sound is in this file at all.\n"))
                .add("id3 and noise", Blob.of(small).bytes(noise(9000)))
                .add("id3 and flac", Blob.of(small).bytes(FLAC)).add("id3 of 30 KB and flac", id3(3, 0, 30_000).bytes(FLAC))
                .add("id3 twice and flac", Blob.of(small).bytes(small).bytes(FLAC))
                .add("id3 and aac", Blob.of(small).bytes(AAC))
                .add("id3 of 62 KB and aac", id3(3, 0, 62_000).bytes(AAC))
                .add("id3 and wav", Blob.of(small).bytes(CaseList.sample("tone.wav")))
                .add("id3 and m4a", Blob.of(small).bytes(CaseList.sample("tone.m4a")))
                .add("id3 and amr", Blob.of(small).bytes(AMR))
                .add("id3 and wma", Blob.of(small).bytes(CaseList.sample("tone.wma")))
                .add("id3 and wmv", Blob.of(small).bytes(CaseList.sample("clip.wmv")))
                .add("id3 and mp4", Blob.of(small).bytes(CaseList.sample("clip.mp4")))
                .add("id3 and avi", Blob.of(small).bytes(CaseList.sample("clip.avi")))
                .add("id3 and text damage", new Blob().bytes(Damages.asText(id3(3, 0, 9000).bytes(MP3).bytes())))
                .add("id3 and jpeg", Blob.of(small).bytes(CaseList.sample("picture.jpg")))
                .add("id3 and mp2", Blob.of(small).bytes(frames(0xfffdc0c4, 835, FRAMES).bytes()))
                .add("id3 and ape sound", Blob.of(small).bytes(OtherCases.monkeysAudio()))
                .add("id3 and ogg", Blob.of(small).bytes(OtherCases.opus()));
    }

    private void relatives() {
        list.add("mp2", frames(0xfffdc0c4, 835, FRAMES)).add("mp2 MPEG-2", frames(0xfff5c0c4, 835, FRAMES))
                .add("mp1", frames(0xffff80c4, 276, FRAMES)).add("flac", FLAC)
                .add("flac and id3", Blob.of(FLAC).text("TAGTone").zeros(121))
                .add("aac", AAC).add("aac of one frame", new Blob().bytes(AAC, 0, 200))
                .add("aac ADIF", Blob.of("ADIF\0\0\0\0\0\0\0").zeros(100))
                .add("aac LATM", Blob.of("V\u00e0\u0010").zeros(16).text("V\u00e0\u0010").zeros(16))
                .add("ac3", ac3()).add("monkey's audio", OtherCases.monkeysAudio()).add("ogg opus", OtherCases.opus())
                .add("ogg vorbis", OtherCases.ogg("\1vorbis\0\0\0\0\1D\u00ac\0\0\0\0\0\0\u0000\u00ee\2\0\0\0\0\0\u00b8\1"))
                .add("wavpack", Blob.of("wvpk").little(100, 4).little(0x410, 2).zeros(98))
                .add("tta", Blob.of("TTA1\1\0\1\0\20\0").little(44100, 4).little(1000, 4).zeros(40))
                .add("midi",
                        Blob.of("MThd").big(6, 4).big(0, 2).big(1, 2).big(96, 2).text("MTrk").big(4, 4).text("\0\u00ff/\0"))
                .add("dsf", Blob.of("DSD ").little(28, 8).little(1000, 8).little(0, 8).text("fmt ").little(52, 8).zeros(40));
    }

    private static Blob ac3() {
        Blob frames = new Blob();
        for (int i = 0; i < FRAMES; i++) {
            frames.text("\u000bw\0\0\u0008@P").zeros(128 * 2 - 7);
        }
        return frames;
    }

    private void speech() {
        byte[] silk = new Blob().text("#!SILK_V3").little(4, 2).text("abcd").little(4, 2).text("efgh").little(-1, 2).bytes();
        list.add("amr", AMR).add("amr header only", Blob.of("#!AMR\n")).add("amr header without its end", Blob.of("#!AMR"))
                .add("amr with CRLF", Blob.of("#!AMR\r\n").bytes(AMR, 6, AMR.length))
                .add("amr of 65 s", CaseList.sample("length/nb-65.amr"))
                .add("amr of reserved frames",
                        Blob.of("#!AMR\n").bytes(new byte[] { 0x7c, 0x7c, 0x7c, 0x7c }).bytes(noise(100)))
                .add("amr of frames without sound",
                        Blob.of("#!AMR\n").bytes("|".repeat(500).getBytes(StandardCharsets.ISO_8859_1)))
                .add("amr without header", new Blob().bytes(AMR, 6, AMR.length)).add("amr wide band", wide("#!AMR-WB\n"))
                .add("amr multi-channel", Blob.of("#!AMR_MC1.0\n").big(2, 4).bytes(AMR, 6, AMR.length))
                .add("amr wide band multi-channel", Blob.of("#!AMR-WB_MC1.0\n").big(2, 4).bytes(AMR, 6, AMR.length))
                .add("amr as a script", Blob.of("#!AMR is no interpreter\necho 1\n"))
                .add("silk", silk).add("silk of WeChat", Blob.of("\2").bytes(silk))
                .add("silk of version 4", Blob.of("#!SILK_V4").bytes(silk, 9, silk.length))
                .add("evs", Blob.of("#!EVS_MC1.0\n").big(1, 4).zeros(100)).add("script", Blob.of("#!/bin/sh\necho 1\n"));
    }

    private static Blob wide(String header) {
        Blob amr = Blob.of(header);
        for (int i = 0; i < FRAMES; i++) {
            amr.text("\u0004").zeros(17);
        }
        return amr;
    }
}
