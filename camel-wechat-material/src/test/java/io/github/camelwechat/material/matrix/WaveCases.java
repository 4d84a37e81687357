package io.github.camelwechat.material.matrix;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** WAV in all its forms, and its relatives. */
final class WaveCases {

    private static final int RATE = 8000;
    private static final int SECONDS = 1;
    private static final byte[] SOUND = sound(RATE * SECONDS);
    private static final int PCM = 1;

    private WaveCases() {
    }

    private static byte[] sound(int length) {
        byte[] sound = new byte[length];
        for (int i = 0; i < length; i++) {
            sound[i] = (byte) (128 + 60 * Math.sin(i * 0.345));
        }
        return sound;
    }

    private static byte[] chunk(String name, byte[] content) {
        return Blob.of(name).little(content.length, 4).bytes(content).zeros(content.length & 1).bytes();
    }

    private static byte[] fmt(int codec, int channels, int rate, int bytesPerSecond, int align, int bits) {
        return chunk("fmt ", new Blob().little(codec, 2).little(channels, 2).little(rate, 4).little(bytesPerSecond, 4)
                .little(align, 2).little(bits, 2).bytes());
    }

    private static byte[] riff(String id, String form, byte[]... chunks) {
        Blob content = Blob.of(form);
        for (byte[] chunk : chunks) {
            content.bytes(chunk);
        }
        return Blob.of(id).little(content.length(), 4).bytes(content.bytes()).bytes();
    }

    static List<MediaCase> all() {
        byte[] fmt = fmt(PCM, 1, RATE, RATE, 1, 8);
        byte[] data = chunk("data", SOUND);
        byte[] bare = Blob.of("data").little(0, 4).bytes(SOUND).bytes();
        CaseList list = new CaseList("voice");
        list.add("wav", riff("RIFF", "WAVE", fmt, data))
                .add("wav extensible", CaseList.sample("length/extensible.wav"))
                .add("wav A-law", CaseList.sample("length/alaw.wav"))
                .add("wav ADPCM", CaseList.sample("length/adpcm.wav"))
                .add("wav streamed", CaseList.sample("length/streamed.wav"))
                .add("wav with LIST first",
                        riff("RIFF", "WAVE", chunk("LIST", "INFOISFT\4\0\0\0abc\0".getBytes(StandardCharsets.ISO_8859_1)), fmt,
                                data))
                .add("wav with 9 KB of JUNK first", riff("RIFF", "WAVE", chunk("JUNK", new byte[9000]), fmt, data))
                .add("wav with bext of odd length", riff("RIFF", "WAVE", chunk("bext", new byte[603]), fmt, data))
                .add("wav with data first", riff("RIFF", "WAVE", data, fmt))
                .add("wav without fmt", riff("RIFF", "WAVE", data)).add("wav without data", riff("RIFF", "WAVE", fmt))
                .add("wav with data of 0 bytes", riff("RIFF", "WAVE", fmt, bare))
                .add("wav with an endless data", riff("RIFF", "WAVE", fmt, Blob.of("data").little(-1, 4).bytes(SOUND).bytes()))
                .add("wav with a size of 0", Blob.of("RIFF").little(0, 4).text("WAVE").bytes(fmt).bytes(data))
                .add("wav with a size of 4 GB", Blob.of("RIFF").little(-1, 4).text("WAVE").bytes(fmt).bytes(data))
                .add("wav of half the bytes per second", riff("RIFF", "WAVE", fmt(PCM, 1, RATE, RATE / 2, 1, 8), data))
                .add("wav of 0 bytes per second", riff("RIFF", "WAVE", fmt(PCM, 1, RATE, 0, 1, 8), data))
                .add("wav of 0 bits", riff("RIFF", "WAVE", fmt(PCM, 1, RATE, RATE, 1, 0), data))
                .add("wav of 0 channels", riff("RIFF", "WAVE", fmt(PCM, 0, RATE, RATE, 1, 8), data))
                .add("wav of rate 0", riff("RIFF", "WAVE", fmt(PCM, 1, 0, RATE, 1, 8), data))
                .add("wav of block size 0", riff("RIFF", "WAVE", fmt(PCM, 1, RATE, RATE, 0, 8), data))
                .add("wav of 59 s, half the bytes per second",
                        riff("RIFF", "WAVE", fmt(PCM, 1, 1000, 500, 1, 8), chunk("data", sound(59_000))))
                .add("wav of 65 s", riff("RIFF", "WAVE", fmt(PCM, 1, 1000, 1000, 1, 8), chunk("data", sound(65_000))))
                .add("wav of 65 s, twice the bytes per second",
                        riff("RIFF", "WAVE", fmt(PCM, 1, 1000, 2000, 1, 8), chunk("data", sound(65_000))))
                .add("wav of 65 s, 9 channels by its header",
                        riff("RIFF", "WAVE", fmt(PCM, 9, 1000, 1000, 1, 8), chunk("data", sound(65_000))))
                .add("wav of 65 s, data first",
                        riff("RIFF", "WAVE", chunk("data", sound(65_000)), fmt(PCM, 1, 1000, 1000, 1, 8)))
                .add("wav of 65 s with a LIST of odd length, unpadded",
                        riff("RIFF", "WAVE", Blob.of("LIST").little(15, 4).text("INFOISFT\3\0\0\0abc").bytes(),
                                fmt(PCM, 1, 1000, 1000, 1, 8), chunk("data", sound(65_000))))
                .add("wav of MP3, a tenth of the bytes per second",
                        riff("RIFF", "WAVE", fmt(0x55, 1, 44100, 100, 1, 0), chunk("data", CaseList.sample("cbr.mp3"))))
                .add("wav of ADPCM, a tenth of the bytes per second",
                        riff("RIFF", "WAVE", fmt(0x11, 1, RATE, 100, 256, 4), data))
                .add("wav of silence through a String",
                        Damages.asText(
                                riff("RIFF", "WAVE", fmt(PCM, 1, RATE, RATE * 2, 2, 16), chunk("data", new byte[20_000]))))
                .add("wav of MP3",
                        riff("RIFF", "WAVE", fmt(0x55, 1, 44100, 8000, 1, 0), chunk("data", CaseList.sample("cbr.mp3"))))
                .add("wav of Yamaha's ADPCM, 65 s, four times the bytes per second",
                        riff("RIFF", "WAVE", fmt(0x20, 1, 1000, 2000, 256, 4),
                                chunk("fact", new Blob().little(65_000, 4).bytes()),
                                chunk("data", sound(32_500))))
                .add("wav of GSM", riff("RIFF", "WAVE", fmt(0x31, 1, RATE, 1625, 65, 0), chunk("data", SOUND)))
                .add("wav of an unknown codec", riff("RIFF", "WAVE", fmt(0x7777, 1, RATE, RATE, 1, 8), data))
                .add("wav header only", Blob.of("RIFF").little(36, 4).text("WAVE")).add("wav RIFF only", Blob.of("RIFF"))
                .add("wav in lower case", riff("riff", "wave", fmt, data))
                .add("wav RF64", Blob.of("RF64").little(-1, 4).text("WAVEds64").little(28, 4).little(8072, 8).little(8000, 8)
                        .little(8000, 8).little(0, 4).bytes(fmt).text("data").little(-1, 4).bytes(SOUND))
                .add("wav BW64", Blob.of("BW64").little(-1, 4).text("WAVEds64").little(28, 4).little(8072, 8).little(8000, 8)
                        .little(8000, 8).little(0, 4).bytes(fmt).text("data").little(-1, 4).bytes(SOUND))
                .add("wav RIFX",
                        Blob.of("RIFX").big(8036, 4).text("WAVEfmt ").big(16, 4).big(1, 2).big(1, 2).big(RATE, 4).big(RATE, 4)
                                .big(1, 2).big(8, 2).text("data").big(SOUND.length, 4).bytes(SOUND))
                .add("w64", Blob.of("riff").hex("2e91cf11a5d628db04c10000").little(40 + 40 + 24 + SOUND.length, 8).text("wave")
                        .hex("f3acd3118cd100c04f8edb8a").text("fmt ").hex("f3acd3118cd100c04f8edb8a").little(40, 8)
                        .bytes(fmt, 8, 24).text("data").hex("f3acd3118cd100c04f8edb8a").little(24 + SOUND.length, 8)
                        .bytes(SOUND))
                .add("aiff", aiff("AIFF", "")).add("aiff compressed", aiff("AIFC", "sowt\0\0"))
                .add("au", Blob.of(".snd").big(24, 4).big(SOUND.length, 4).big(2, 4).big(RATE, 4).big(1, 4).bytes(SOUND))
                .add("caf",
                        Blob.of("caff\0\1\0\0desc").big(32, 8).big(Double.doubleToLongBits(RATE), 8).text("lpcm").big(0, 4)
                                .big(1, 4)
                                .big(1, 4).big(1, 4).big(8, 4).text("data").big(4 + SOUND.length, 8).big(0, 4).bytes(SOUND))
                .add("riff of MIDI",
                        riff("RIFF", "RMID",
                                chunk("data", "MThd\0\0\0\6\0\0\0\1\0`MTrk\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1))))
                .add("riff of a cursor", riff("RIFF", "ACON", chunk("anih", new byte[36])))
                .add("riff of nothing known", riff("RIFF", "ABCD", chunk("abcd", new byte[36])));
        return list.cases();
    }

    private static Blob aiff(String form, String codec) {
        byte[] comm = new Blob().big(1, 2).big(SOUND.length, 4).big(8, 2).hex("400bfa00000000000000").text(codec).bytes();
        Blob content = Blob.of(form);
        if (form.equals("AIFC")) {
            content.text("FVER").big(4, 4).hex("a2805140");
        }
        content.text("COMM").big(comm.length, 4).bytes(comm).text("SSND").big(8 + SOUND.length, 4).zeros(8).bytes(SOUND);
        return Blob.of("FORM").big(content.length(), 4).bytes(content.bytes());
    }
}
