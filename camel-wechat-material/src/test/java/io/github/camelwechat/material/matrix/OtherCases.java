package io.github.camelwechat.material.matrix;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Containers that are none of WeChat's, documents, and answers of servers that were saved as a file. */
final class OtherCases {

    private OtherCases() {
    }

    static byte[] ogg(String head) {
        return Blob.of("OggS\0\2").zeros(8).little(1, 4).little(0, 4).little(0, 4).big(1, 1).big(head.length(), 1).text(head)
                .bytes();
    }

    static byte[] opus() {
        return ogg("OpusHead\1\1\0\0\u0080\u00bb\0\0\0\0\0");
    }

    static byte[] monkeysAudio() {
        return Blob.of("MAC ").little(3990, 2).little(0, 2).little(52, 4).little(24, 4).little(4, 4).zeros(16).zeros(100)
                .bytes();
    }

    static List<MediaCase> all() {
        CaseList videos = new CaseList("video");
        videos.add("mkv", CaseList.sample("clip.mkv")).add("avi", CaseList.sample("clip.avi"))
                .add("webm",
                        Blob.of("\u001aE\u00df\u00a3\u0093B\u0082\u0084webmB\u0087\u0081\2B\u0085\u0081\2")
                                .text("\u0018S\u0080g\u0080").zeros(50))
                .add("flv", Blob.of("FLV\1\5\0\0\0\t\0\0\0\0\u0012\0\0\5\0\0\0\0\0\0\0").zeros(30))
                .add("mpeg program stream",
                        Blob.of("\0\0\1\u00baD\0\4\0\4\1\0\1\u0089\u00f8\0\0\1\u00e0\0\24\u0080").zeros(60))
                .add("mpeg video",
                        Blob.of("\0\0\1\u00b3\u0010\0\u0010\u0013\u00ff\u00ff\u00e0\30\0\0\1\u00b8\0\10\0\0\0\0\1\0").zeros(60))
                .add("mpeg transport stream", transport())
                .add("h264", Blob.of(
                        "\0\0\0\1gB\u00c0\u001e\u00d9\0\u00a0\0\0\0\1h\u00ce<\u0080\0\0\0\1e\u0088\u0084")
                        .zeros(60))
                .add("swf", Blob.of("FWS\b").little(100, 4).zeros(92))
                .add("real media", Blob.of(".RMF\0\0\0\22\0\0\0\0\0\0\0\0\0\4PROP\0\0\0\62").zeros(50))
                .add("ogg theora",
                        ogg("\u0080theora\3\2\1\0\4\0\4\0\0@\0\0@\0\0\0\0\0\31\0\0\0\1\0\0\1\0\0\1\0\0\0\0\0\300\0"));
        CaseList files = new CaseList("image");
        files.add("text", text("Hello, this is a text of one line.\n")).add("text in Chinese", text("你好，这是一行文字。\n"))
                .add("text in GBK", Blob.of("\u00c4\u00e3\u00ba\u00c3\u00a3\u00ac\u00ca\u00c0\u00bd\u00e7\n").bytes())
                .add("text in UTF-16", "Hello, this is a text of one line.\n".getBytes(StandardCharsets.UTF_16))
                .add("text in UTF-16 without a mark",
                        "Hello, this is a text of one line.\n".getBytes(StandardCharsets.UTF_16LE))
                .add("text with a mark", text("\ufeffHello, this is a text.\n")).add("path", text("/data/inbox/photo.jpg"))
                .add("address", text("https://example.com/photo.jpg\n")).add("one line end", text("\n"))
                .add("one zero", new byte[1])
                .add("zeros", new byte[5000]).add("json", text("{\"errcode\":40001,\"errmsg\":\"invalid credential\"}"))
                .add("json with bytes", text("{\"data\":[137,80,78,71,13,10,26,10]}"))
                .add("numbers of bytes", text("[-119, 80, 78, 71, 13, 10, 26, 10]"))
                .add("html",
                        text("<!DOCTYPE html>\n<html><head><title>404 Not Found</title></head><body>Not Found</body></html>\n"))
                .add("html without a doctype", text("\r\n  <html><body><h1>502 Bad Gateway</h1></body></html>"))
                .add("xml of S3", text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>AccessDenied</Code></Error>"))
                .add("git pointer", text("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"))
                .add("toString of an array", text("[B@1b6d3586"))
                .add("pdf", text("%PDF-1.4\n%\u00e2\u00e3\n1 0 obj<</Type/Catalog>>endobj\n"))
                .add("zip", Blob.of("PK\3\4\24\0\0\0\0\0").zeros(16).little(5, 2).zeros(2).text("a.png").bytes())
                .add("zip, empty", Blob.of("PK\5\6").zeros(18).bytes())
                .add("7z", Blob.of("7z\u00bc\u00af'\u001c\0\4").zeros(60).bytes())
                .add("rar", Blob.of("Rar!\u001a\7\1\0").zeros(60).bytes())
                .add("office document of 1997", Blob.of("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1").zeros(600).bytes())
                .add("java class", Blob.of("\u00ca\u00fe\u00ba\u00be\0\0\0\75").zeros(60).bytes())
                .add("program of Linux", Blob.of("\177ELF\2\1\1").zeros(60).bytes())
                .add("program of Windows", Blob.of("MZ\u0090\0\3\0\0\0\4").zeros(120).bytes())
                .add("font", Blob.of("wOF2\0\1\0\0").zeros(60).bytes())
                .add("file of AppleDouble", Blob.of("\0\5\26\7\0\2\0\0Mac OS X        \0\2").zeros(60).bytes());
        byte[] mp3 = CaseList.sample("cbr.mp3");
        files.add("svg after a declaration",
                text("<?xml version=\"1.0\"?>\n<!-- drawn -->\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>"))
                .add("icons", Blob.of("\0\0\1\0\3\0\20\20\0\0\1\0\40\0").little(1000, 4).little(22, 4).zeros(1000))
                .add("cursor", Blob.of("\0\0\2\0\1\0\20\20\0\0\1\0\40\0").little(1000, 4).little(22, 4).zeros(1000))
                .add("flash with mp3", Blob.of("FWS\6").little(10_000, 4).zeros(20).bytes(mp3))
                .add("serialized object of mp3", Blob.of("\u00ac\u00ed\0\5ur\0\2[B").zeros(20).bytes(mp3))
                .add("tar of mp3", Blob.of("a.mp3").zeros(252).text("ustar\00000").zeros(247).bytes(mp3))
                .add("zip of stored mp3",
                        Blob.of("PK\3\4\n\0\0\0\0\0").zeros(16).little(5, 2).zeros(2).text("a.mp3").bytes(mp3))
                .add("bzip2", Blob.of("BZh91AY&SY").zeros(60)).add("xz", Blob.of("\u00fd7zXZ\0\0\4").zeros(60))
                .add("zstandard", Blob.of("(\u00b5/\u00fd").zeros(60))
                .add("dts", Blob.of("\u007f\u00fe\u0080\1").zeros(100))
                .add("text in UTF-16BE without a mark",
                        "Hello, this is a text of one line.\n".getBytes(StandardCharsets.UTF_16BE))
                .add("all FF", "\u00ff".repeat(5000).getBytes(StandardCharsets.ISO_8859_1))
                .add("data of PGP", text("-----BEGIN PGP MESSAGE-----\n\naGVsbG8=\n-----END PGP MESSAGE-----\n"));
        videos.cases().addAll(files.cases());
        videos.cases().addAll(before(mp3));
        return videos.cases();
    }

    /** {@return starts of other formats, with MP3 somewhere after them, and after tags} */
    private static List<MediaCase> before(byte[] mp3) {
        Map<String, Blob> starts = new LinkedHashMap<>();
        starts.put("tga", Blob.of("\0\0\2\0\0\0\0\0\0\0\0\0\4\0\4\0\30\40").zeros(48));
        starts.put("tga with a map", Blob.of("\0\1\1\0\0\2\0\30\0\0\0\0\4\0\4\0\10\0").zeros(30));
        starts.put("pcx of 4 by 4", Blob.of("\n\5\1\10\0\0\0\0\3\0\3\0\110\0\110\0").zeros(49).text("\1\4\0\1\0").zeros(80));
        starts.put("ppm", Blob.of("P6\n# drawn\n2 2\n255\n").zeros(12));
        starts.put("pam", Blob.of("P7\nWIDTH 2\nHEIGHT 2\nDEPTH 3\nMAXVAL 255\nTUPLTYPE RGB\nENDHDR\n").zeros(12));
        starts.put("dpx", Blob.of("SDPX\0\0\10\0V1.0").zeros(2100));
        starts.put("fits", Blob.of("SIMPLE  =                    T / conforms".concat(" ".repeat(40))).text(" ".repeat(2800)));
        starts.put("sun raster", Blob.of("Y\u00a6j\u0095\0\0\0\2\0\0\0\2\0\0\0\30\0\0\0\14\0\0\0\1").zeros(20));
        starts.put("sgi", Blob.of("\1\u00da\0\1\0\3\0\2\0\2\0\3").zeros(600));
        starts.put("dv", Blob.of("\37\7\0\u00bf").zeros(500));
        starts.put("adx", Blob.of("\u0080\0\0\40\3\22\4\1\0\0\u00acD\0\0\10\0").zeros(14).text("(c)CRI").zeros(36));
        starts.put("latm", Blob.of("V\u00e0\2abV\u00e0\2abV\u00e0\2abV\u00e0\2ab"));
        starts.put("nut", Blob.of("nut/multimedia container\0NM").zeros(40));
        starts.put("cpio", Blob.of("070701".concat("0".repeat(94))).text("000000060000000").text("0a.mp3\0\0"));
        starts.put("ar", Blob.of("!<arch>\na.mp3/          0           0     0     644     4000      `\n"));
        starts.put("truehd", Blob.of("@\0\0\0\u00f8ro\u00ba").zeros(56));
        starts.put("mlp", Blob.of("@\0\0\0\u00f8ro\u00bb").zeros(56));
        starts.put("wmv head", new Blob().hex("3026b2758e66cf11a6d900aa0062ce6c").little(108, 8).little(1, 4).text("\1\2")
                .hex("9107dcb7b7a9cf118ee600c00c205365").little(78, 8).hex("c0ef19bc4d5bcf11a8fd00805f5c442b").zeros(38));
        starts.put("mpeg stream", Blob.of("\0\0\1\u00baD\0\4\0\4\1\0\1\u0089\u00f8\0\0\1\u00bb\0\60").zeros(48));
        starts.put("uuid box", Blob.of("\0\0\0\30uuid0123456789abcdef"));
        starts.put("free box", Blob.of("\0\0\0\20free01234567"));
        starts.put("free box and mp4", Blob.of("\0\0\0\20free01234567").bytes(CaseList.sample("clip.mp4")));
        starts.put("tar", Blob.of("a.mp3").zeros(252).text("ustar\00000").zeros(247));
        starts.put("wxgf", Blob.of("wxgf\24\0\1").zeros(60));
        CaseList list = new CaseList("voice");
        starts.forEach((name, start) -> list.add(name, start.bytes())
                .add(name + " and mp3", Blob.of(start.bytes()).bytes(mp3))
                .add("id3, " + name + " and mp3", Blob.of("ID3\4\0\0\0\0\0\n").zeros(10).bytes(start.bytes()).bytes(mp3)));
        return list.cases();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Blob transport() {
        Blob packets = new Blob();
        for (int i = 0; i < 20; i++) {
            packets.text("G@\0").big(0x10 | (i & 0xf), 1).zeros(184);
        }
        return packets;
    }
}
