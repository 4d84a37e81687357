package io.github.camelwechat.material.matrix;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Files made of ISO base media boxes: brands, tracks and orders of boxes that contradict each other. */
final class IsoCases {

    private static final byte[] CLIP = CaseList.sample("clip.mp4");
    private static final byte[] SOUND = CaseList.sample("tone.m4a");
    private static final byte[] MOVIE = content("moov", CLIP);
    private static final byte[] SAMPLES = content("mdat", CLIP);
    private static final byte[] SOUND_MOVIE = content("moov", SOUND);
    private static final byte[] SOUND_SAMPLES = content("mdat", SOUND);

    private final CaseList list = new CaseList("video");

    private IsoCases() {
    }

    static List<MediaCase> all() {
        IsoCases cases = new IsoCases();
        cases.brands();
        cases.tracks();
        cases.orders();
        cases.pictures();
        return cases.list.cases();
    }

    private record Box(String type, byte[] content) {
        byte[] bytes() {
            return new Blob().big(content.length + 8, 4).text(type).bytes(content).bytes();
        }
    }

    private static List<Box> boxes(byte[] bytes) {
        List<Box> boxes = new ArrayList<>();
        ByteBuffer all = ByteBuffer.wrap(bytes);
        while (all.remaining() >= 8) {
            int size = all.getInt();
            byte[] type = new byte[4];
            all.get(type);
            byte[] content = new byte[size - 8];
            all.get(content);
            boxes.add(new Box(new String(type, StandardCharsets.ISO_8859_1), content));
        }
        return boxes;
    }

    private static byte[] content(String type, byte[] file) {
        return boxes(file).stream().filter(box -> box.type().equals(type)).findFirst().orElseThrow().content();
    }

    private static byte[] box(String type, byte[] content) {
        return new Box(type, content).bytes();
    }

    private static byte[] ftyp(String brands) {
        return box("ftyp", Blob.of(brands.substring(0, 4)).big(0x200, 4).text(brands.substring(4)).bytes());
    }

    private static byte[] withTracks(byte[] movie, String... handlers) {
        Blob kept = new Blob();
        for (Box box : boxes(movie)) {
            String text = new String(box.content(), StandardCharsets.ISO_8859_1);
            if (!box.type().equals("trak") || List.of(handlers).stream().anyMatch(text::contains)) {
                kept.bytes(box.bytes());
            }
        }
        return kept.bytes();
    }

    private static byte[] replaced(byte[] bytes, String old, String by) {
        return new String(bytes, StandardCharsets.ISO_8859_1).replace(old, by).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Blob clip(String brands) {
        return Blob.of(ftyp(brands)).bytes(box("moov", MOVIE)).bytes(box("mdat", SAMPLES));
    }

    private static Blob sound(String brands) {
        return Blob.of(ftyp(brands)).bytes(box("moov", SOUND_MOVIE)).bytes(box("mdat", SOUND_SAMPLES));
    }

    private void brands() {
        list.add("mp4", CLIP).add("mov", CaseList.sample("clip.mov")).add("3gp", CaseList.sample("clip.3gp"));
        for (String brands : List.of("isom", "iso2isom", "iso3isom", "iso4isom", "iso5isom", "iso6iso6", "iso7isom", "iso8isom",
                "iso9isom", "avc1isom", "mp41isom", "mp42isom", "mp71isom",
                "M4V isom", "M4VHisom", "M4VPisom", "MSNVisom", "dashiso6", "mmp4isom", "NDSCmp42", "NDSHmp42", "NDXSmp42",
                "NDASmp42",
                "XAVCmp42", "F4V isom", "F4P isom", "hvc1isom", "hev1isom", "av01isom", "vp09isom", "cmfcisom", "cmf2isom",
                "msdhiso6", "MP4 isom", "isml", "piffisom", "CAEPmp42",
                "niko", "pana", "SDV ", "abcd", "abcdmp42", "abcdqt  ", "qt  mp42", "qt  ", "3gp4", "3gp5isom", "3g2a", "3ge6",
                "3gs7", "kddi", "M4A mp42", "M4B isom",
                "f4a isom", "da0aisom", "crx isom", "heicmif1", "avifmif1", "jp2 ", "\0\0\0\0isom", "isomqt  ", "isom3gp4",
                "ISOMISOM")) {
            list.add("iso with video, brands " + brands.replace("\0", "0").strip(), clip(brands));
        }
    }

    private void tracks() {
        for (String brands : List.of("M4A isom", "M4B isom", "M4P isom", "mp42isom", "isomiso2", "dashmp42", "f4a isom", "qt  ",
                "3gp4isom",
                "abcd", "NDSHmp42", "cmfaisom", "M4V isom")) {
            list.add("iso with sound only, brands " + brands.strip(), sound(brands));
        }
        list.add("iso with video only",
                Blob.of(ftyp("isommp42")).bytes(box("moov", withTracks(MOVIE, "vide"))).bytes(box("mdat", SAMPLES)))
                .add("iso without tracks",
                        Blob.of(ftyp("isommp42")).bytes(box("moov", withTracks(MOVIE, "none"))).bytes(box("mdat", SAMPLES)))
                .add("iso with a cover's track",
                        Blob.of(ftyp("M4A isom")).bytes(box("moov", MOVIE)).bytes(box("mdat", SAMPLES)))
                .add("iso with text tracks only", Blob.of(ftyp("isommp42"))
                        .bytes(box("moov", replaced(replaced(MOVIE, "vide", "text"), "soun", "sbtl")))
                        .bytes(box("mdat", SAMPLES)))
                .add("iso with metadata tracks only", Blob.of(ftyp("isommp42"))
                        .bytes(box("moov", replaced(replaced(MOVIE, "vide", "meta"), "soun", "meta")))
                        .bytes(box("mdat", SAMPLES)))
                .add("iso with unknown tracks only", Blob.of(ftyp("isommp42"))
                        .bytes(box("moov", replaced(replaced(MOVIE, "vide", "abcd"), "soun", "abcd")))
                        .bytes(box("mdat", SAMPLES)))
                .add("iso with an auxiliary video", Blob.of(ftyp("isommp42"))
                        .bytes(box("moov", replaced(MOVIE, "vide", "auxv"))).bytes(box("mdat", SAMPLES)))
                .add("iso with still pictures' tracks", Blob.of(ftyp("msf1hevc"))
                        .bytes(box("moov", replaced(withTracks(MOVIE, "vide"), "vide", "pict"))).bytes(box("mdat", SAMPLES)))
                .add("iso with encrypted video", Blob.of(ftyp("isommp42"))
                        .bytes(box("moov", replaced(replaced(MOVIE, "avc1", "encv"), "mp4a", "enca")))
                        .bytes(box("mdat", SAMPLES)));
    }

    private void orders() {
        byte[] ftyp = ftyp("isomiso2avc1mp41");
        byte[] moov = box("moov", MOVIE);
        byte[] mdat = box("mdat", SAMPLES);
        byte[] soundMoov = box("moov", SOUND_MOVIE);
        for (String first : List.of("free", "wide", "skip", "uuid", "junk", "pdin", "styp", "sidx", "meta", "ABCD", "mdat",
                "moof",
                "udta", "pnot")) {
            list.add("iso with " + first + " before ftyp",
                    Blob.of(box(first, new byte[16])).bytes(ftyp).bytes(moov).bytes(mdat));
        }
        list.add("iso with 9 KB of free before ftyp", Blob.of(box("free", new byte[9000])).bytes(ftyp).bytes(moov).bytes(mdat))
                .add("iso with an empty free before ftyp",
                        Blob.of(box("free", new byte[0])).bytes(ftyp).bytes(moov).bytes(mdat))
                .add("iso with free of 64 bits before ftyp",
                        new Blob().big(1, 4).text("free").big(32, 8).zeros(16).bytes(ftyp).bytes(moov).bytes(mdat))
                .add("iso with moov before ftyp", Blob.of(moov).bytes(ftyp).bytes(mdat))
                .add("iso with mdat before ftyp, moov last", Blob.of(mdat).bytes(ftyp).bytes(moov))
                .add("iso with sound, mdat before ftyp", Blob.of(box("mdat", SOUND_SAMPLES)).bytes(ftyp).bytes(soundMoov))
                .add("iso with mdat before ftyp of QuickTime", Blob.of(mdat).bytes(ftyp("qt  ")).bytes(moov))
                .add("iso of fragments without ftyp", Blob.of(box("moof", box("mfhd", new byte[8]))).bytes(mdat))
                .add("iso with free before ftyp of QuickTime",
                        Blob.of(box("free", new byte[16])).bytes(ftyp("qt  ")).bytes(moov).bytes(mdat))
                .add("iso with moov last", Blob.of(ftyp).bytes(mdat).bytes(moov))
                .add("iso with sound, moov last", Blob.of(ftyp).bytes(box("mdat", SOUND_SAMPLES)).bytes(soundMoov))
                .add("iso with moov after 200 KB", Blob.of(ftyp).bytes(box("mdat", new byte[200_000])).bytes(moov))
                .add("iso with sound, moov after 200 KB", Blob.of(ftyp).bytes(box("mdat", new byte[200_000])).bytes(soundMoov))
                .add("iso with mdat of 64 bits",
                        Blob.of(ftyp).big(1, 4).text("mdat").big(SAMPLES.length + 16, 8).bytes(SAMPLES).bytes(moov))
                .add("iso with sound, mdat of 64 bits",
                        Blob.of(ftyp).big(1, 4).text("mdat").big(SAMPLES.length + 16, 8).bytes(SAMPLES).bytes(soundMoov))
                .add("iso with mdat to the end", Blob.of(ftyp).bytes(moov).big(0, 4).text("mdat").bytes(SAMPLES))
                .add("iso with mdat longer than the file",
                        Blob.of(ftyp).bytes(moov).big(0x7fffffff, 4).text("mdat").bytes(SAMPLES))
                .add("iso with moov longer than the file", Blob.of(ftyp).big(0x7fffffff, 4).text("moov").bytes(MOVIE))
                .add("iso without moov", Blob.of(ftyp).bytes(mdat)).add("iso of ftyp only", ftyp).add("iso of moov only", moov)
                .add("iso of mdat only", mdat).add("iso of half a moov", Blob.of(ftyp).bytes(moov, 0, moov.length / 2))
                .add("iso with moov cut in its first box", Blob.of(ftyp).bytes(moov, 0, 20))
                .add("iso without ftyp", Blob.of(moov).bytes(mdat))
                .add("iso without ftyp, mdat first", Blob.of(mdat).bytes(moov))
                .add("iso without ftyp, wide first", Blob.of(box("wide", new byte[0])).bytes(mdat).bytes(moov))
                .add("iso with two ftyp", Blob.of(ftyp).bytes(ftyp("qt  ")).bytes(moov).bytes(mdat))
                .add("iso with two moov", Blob.of(ftyp).bytes(soundMoov).bytes(moov).bytes(mdat))
                .add("iso with boxes of 1 byte", Blob.of(ftyp).big(1, 4).text("abcd").big(1, 8).bytes(moov).bytes(mdat))
                .add("iso with a box of 7 bytes", Blob.of(ftyp).big(7, 4).text("abcd").bytes(moov).bytes(mdat))
                .add("iso with ftyp of 0 bytes", Blob.of("\0\0\0\0ftypisom\0\0\2\0isom").bytes(moov).bytes(mdat))
                .add("iso with ftyp of 12 bytes", Blob.of("\0\0\0\fftypisom").bytes(moov).bytes(mdat))
                .add("iso with ftyp of 8 bytes", Blob.of("\0\0\0\bftyp").bytes(moov).bytes(mdat))
                .add("iso with ftyp of 64 bits",
                        new Blob().big(1, 4).text("ftyp").big(32, 8).text("isom\0\0\2\0isommp41").bytes(moov).bytes(mdat))
                .add("iso with ftyp longer than the file", Blob.of("\0\0\177\377ftypisom\0\0\2\0isom").bytes(moov).bytes(mdat))
                .add("iso in fragments",
                        Blob.of(ftyp("iso5dash"))
                                .bytes(box("moov", Blob.of(MOVIE).bytes(box("mvex", box("trex", new byte[24]))).bytes()))
                                .bytes(box("moof", box("mfhd", new byte[8]))).bytes(mdat))
                .add("iso of a fragment only",
                        Blob.of(box("styp", "msdh\0\0\0\0msdhmsix".getBytes(StandardCharsets.ISO_8859_1)))
                                .bytes(box("moof", box("mfhd", new byte[8])))
                                .bytes(mdat))
                .add("iso with a compressed moov",
                        Blob.of(ftyp("qt  ")).bytes(box("moov", box("cmov", new byte[100]))).bytes(mdat))
                .add("iso with moov in free", Blob.of(ftyp).bytes(box("free", moov)).bytes(mdat));
    }

    private void pictures() {
        CaseList images = new CaseList("image");
        byte[] meta = box("meta", Blob.of("\0\0\0\0").bytes(box("hdlr", Blob.of("\0\0\0\0\0\0\0\0pict").zeros(13).bytes()))
                .bytes(box("pitm", new byte[6])).bytes());
        for (String brands : List.of("heicmif1heic", "heixmif1", "heimmif1", "mif1heic", "mif1heicmiaf", "mif1avif",
                "mif1miafavif", "mif1", "mif1miaf", "mif2heic", "miafavif",
                "avifmif1", "avisavif", "msf1hevc", "hevcmsf1", "crx isom", "isommif1heic", "mp42heic", "abcdmif1", "unifmif1",
                "mif1MA1B", "mif3miaf", "aviomif1",
                "j2kimif1", "jpegmif1", "vvicmif1", "evicmif1")) {
            images.add("iso picture, brands " + brands, Blob.of(ftyp(brands)).bytes(meta).bytes(box("mdat", new byte[100])));
        }
        images.add("iso picture with free first", Blob.of(box("free", new byte[8])).bytes(ftyp("heicmif1")).bytes(meta))
                .add("iso picture with video (live photo)",
                        Blob.of(ftyp("heicmif1")).bytes(meta).bytes(box("moov", MOVIE)).bytes(box("mdat", SAMPLES)))
                .add("iso picture of AV1, brand isom", Blob.of(ftyp("isom"))
                        .bytes(box("meta", Blob.of("\0\0\0\0")
                                .bytes(box("hdlr", Blob.of("\0\0\0\0\0\0\0\0pict").zeros(13).bytes()))
                                .bytes(box("iinf",
                                        Blob.of("\0\0\0\0\0\1").bytes(box("infe", Blob.of("\2\0\0\0\0\1\0\0av01\0").bytes()))
                                                .bytes()))
                                .bytes()))
                        .bytes(box("mdat", new byte[100])))
                .add("iso picture by meta alone", Blob.of(ftyp("abcd")).bytes(meta).bytes(box("mdat", new byte[100])));
        list.cases().addAll(images.cases());
    }
}
