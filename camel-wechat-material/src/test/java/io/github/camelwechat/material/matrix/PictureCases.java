package io.github.camelwechat.material.matrix;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/** Pictures: those that WeChat takes in all their forms, and those that people try. */
final class PictureCases {

    private static final byte[] PNG = CaseList.sample("picture.png");
    private static final byte[] JPEG = CaseList.sample("picture.jpg");
    private static final byte[] GIF = CaseList.sample("picture.gif");
    private static final byte[] BMP = CaseList.sample("picture.bmp");
    private static final byte[] WEBP = CaseList.sample("picture.webp");
    private static final int PNG_SIGNATURE = 8;
    /** After signature and IHDR. */
    private static final int PNG_BODY = 33;

    private final CaseList list = new CaseList("image");

    private PictureCases() {
    }

    static List<MediaCase> all() {
        PictureCases pictures = new PictureCases();
        pictures.png();
        pictures.jpeg();
        pictures.gif();
        pictures.bmp();
        pictures.others();
        return pictures.list.cases();
    }

    private static byte[] chunk(String type, byte[] content) {
        byte[] body = Blob.of(type).bytes(content).bytes();
        CRC32 crc = new CRC32();
        crc.update(body);
        return new Blob().big(content.length, 4).bytes(body).big(crc.getValue(), 4).bytes();
    }

    private static Blob png(byte[] afterSignature) {
        return new Blob().bytes(PNG, 0, PNG_SIGNATURE).bytes(afterSignature);
    }

    private static byte[] from(byte[] bytes, int start) {
        return Arrays.copyOfRange(bytes, start, bytes.length);
    }

    private static byte[] changed(byte[] bytes, int at, int... values) {
        byte[] changed = bytes.clone();
        for (int i = 0; i < values.length; i++) {
            changed[at + i] = (byte) values[i];
        }
        return changed;
    }

    private void png() {
        list.add("png", PNG)
                .add("png animated", Blob.of(Arrays.copyOf(PNG, PNG_BODY))
                        .bytes(chunk("acTL", new Blob().big(1, 4).big(0, 4).bytes())).bytes(PNG, PNG_BODY, PNG.length))
                .add("png of iPhone apps", png(chunk("CgBI", new byte[] { 0x50, 0, 0x20, 2 })).bytes(from(PNG, PNG_SIGNATURE)))
                .add("png with text first",
                        png(chunk("tEXt", "Comment\0a".getBytes(StandardCharsets.ISO_8859_1))).bytes(from(PNG, PNG_SIGNATURE)))
                .add("png without IHDR", png(from(PNG, PNG_BODY)))
                .add("png of size 0", changed(PNG, 16, 0, 0, 0, 0, 0, 0, 0, 0))
                .add("png signature only", Arrays.copyOf(PNG, PNG_SIGNATURE))
                .add("png signature with LF", changed(Arrays.copyOf(from(PNG, 1), PNG.length - 1), 3, '\n'))
                .add("png half a signature", Arrays.copyOf(PNG, 5))
                .add("mng", Blob.of("\u008aMNG\r\n\u001a\n").bytes(chunk("MHDR", new byte[28])))
                .add("jng", Blob.of("\u008bJNG\r\n\u001a\n").bytes(chunk("JHDR", new byte[16])));
    }

    private void jpeg() {
        list.add("jpeg", JPEG)
                .add("jpeg with Exif",
                        Blob.of("\u00ff\u00d8\u00ff\u00e1").big(16, 2).text("Exif\0\0II*\0\b\0\0\0").bytes(from(JPEG, 2)))
                .add("jpeg without APP", Blob.of("\u00ff\u00d8").bytes(from(JPEG, 4 + 16)))
                .add("jpeg of Adobe",
                        Blob.of("\u00ff\u00d8\u00ff\u00ee").big(14, 2).text("Adobe\0d\0\0\0\0\2").bytes(from(JPEG, 20)))
                .add("jpeg with a comment first",
                        Blob.of("\u00ff\u00d8\u00ff\u00fe").big(6, 2).text("hey!").bytes(from(JPEG, 2)))
                .add("jpeg with fill bytes", Blob.of("\u00ff\u00d8\u00ff\u00ff\u00ff").bytes(from(JPEG, 2)))
                .add("jpeg with two starts", Blob.of("\u00ff\u00d8").bytes(JPEG))
                .add("jpeg lossless", changed(JPEG, sof(), 0xc3)).add("jpeg progressive", changed(JPEG, sof(), 0xc2))
                .add("jpeg arithmetic", changed(JPEG, sof(), 0xc9)).add("jpeg-ls", changed(JPEG, sof(), 0xf7))
                .add("jpeg start only", Blob.of("\u00ff\u00d8")).add("jpeg start and a marker", Blob.of("\u00ff\u00d8\u00ff"))
                .add("jpeg start and JFIF", Arrays.copyOf(JPEG, 20))
                .add("jpeg start and zeros", Blob.of("\u00ff\u00d8").zeros(100))
                .add("jpeg start and text", Blob.of("\u00ff\u00d8 and this is a text of the usual length.\n"))
                .add("jpeg start and a reserved marker", Blob.of("\u00ff\u00d8\u00ff\u0001").zeros(100))
                .add("jpeg start and end", Blob.of("\u00ff\u00d8\u00ff\u00d9"))
                .add("jpeg with zeros after its end", Blob.of(JPEG).zeros(70_000))
                .add("jpeg with a video behind (motion photo)", Blob.of(JPEG).bytes(CaseList.sample("clip.mp4")))
                .add("jpeg with a ZIP behind", Blob.of(JPEG).text("PK\3\4\24\0\0\0\0\0").zeros(30));
    }

    private static int sof() {
        for (int at = 2; at < JPEG.length; at++) {
            if ((JPEG[at] & 0xff) == 0xff && ((JPEG[at + 1] & 0xff) == 0xc0 || (JPEG[at + 1] & 0xff) == 0xc2)) {
                return at + 1;
            }
        }
        throw new IllegalStateException();
    }

    private void gif() {
        list.add("gif", GIF).add("gif 87a", changed(GIF, 4, '7')).add("gif 88a", changed(GIF, 4, '8'))
                .add("gif of size 0", changed(GIF, 6, 0, 0, 0, 0)).add("gif header only", Arrays.copyOf(GIF, 13))
                .add("gif name only", Arrays.copyOf(GIF, 6)).add("gif in lower case", Blob.of("gif89a").bytes(from(GIF, 6)))
                .add("gif as a text", Blob.of("GIF89a is a format of pictures.\n"))
                .add("gif of a web shell", Blob.of("GIF89a<?php echo 1; ?>\n"));
    }

    private void bmp() {
        list.add("bmp", BMP);
        for (int header : new int[] { 12, 16, 20, 40, 52, 56, 64, 108, 124, 128 }) {
            list.add("bmp with a header of " + header, bmp(header, false));
        }
        list.add("bmp top down", changed(BMP, 22, 0xd0, 0xff, 0xff, 0xff))
                .add("bmp of size 0 in its header", changed(BMP, 2, 0, 0, 0, 0))
                .add("bmp with a lying size", changed(BMP, 2, 0xff, 0xff, 0xff, 0x7f))
                .add("bmp with planes 0", changed(BMP, 26, 0, 0))
                .add("bmp with 7 bits", changed(BMP, 28, 7, 0)).add("bmp with reserved bytes used", changed(BMP, 6, 1, 2, 3, 4))
                .add("bmp headers only", Arrays.copyOf(BMP, 54)).add("bmp without the file's header", from(BMP, 14))
                .add("bmp array of OS/2", Blob.of("BA").little(40, 4).zeros(8).bytes(BMP))
                .add("bmp as a text", Blob.of("BMW builds cars and motorcycles in Munich, Bavaria.\n"));
    }

    private static byte[] bmp(int header, boolean ignored) {
        Blob bmp = Blob.of("BM").little(14 + header + 8 * 2 * 4, 4).little(0, 4).little(14 + header, 4).little(header, 4);
        if (header == 12) {
            bmp.little(2, 2).little(2, 2);
        } else {
            bmp.little(2, 4).little(2, 4);
        }
        bmp.little(1, 2).little(24, 2);
        return bmp.zeros(14 + header - bmp.length()).zeros(64).bytes();
    }

    private void others() {
        list.add("webp", WEBP)
                .add("webp lossless", Blob.of("RIFF").little(20, 4).text("WEBPVP8L").little(8, 4).hex("2f00000000000000"))
                .add("webp extended", Blob.of("RIFF").little(30, 4).text("WEBPVP8X").little(10, 4).zeros(10).zeros(8))
                .add("tiff", tiff("II", true)).add("tiff big-endian", tiff("MM", false))
                .add("tiff of 64 bits", Blob.of("II+\0").little(8, 2).little(0, 2).little(16, 8).zeros(32))
                .add("psd", Blob.of("8BPS\0\1").zeros(6).big(3, 2).big(4, 4).big(4, 4).big(8, 2).big(3, 2).zeros(16))
                .add("psb", Blob.of("8BPS\0\2").zeros(6).big(3, 2).big(4, 4).big(4, 4).big(8, 2).big(3, 2).zeros(16))
                .add("ico", Blob.of("\0\0\1\0\1\0\20\20\0\0\1\0").little(32, 2).little(PNG.length, 4).little(22, 4).bytes(PNG))
                .add("jpeg 2000", Blob.of("\0\0\0\fjP  \r\n\u0087\n\0\0\0\24ftypjp2 \0\0\0\0jp2 \0\0\0\55jp2h").zeros(37))
                .add("jpeg 2000 codestream", Blob.of("\u00ffO\u00ffQ").big(41, 2).zeros(39))
                .add("jpeg xl", Blob.of("\u00ff\n").hex("fa1f01900800").zeros(60))
                .add("jpeg xl in a container",
                        Blob.of("\0\0\0\fJXL \r\n\u0087\n\0\0\0\24ftypjxl \0\0\0\0jxl \0\0\0\20jxlc\u00ff\n").zeros(30))
                .add("jpeg xr", Blob.of("II\u00bc\1").little(8, 4).zeros(60))
                .add("svg", Blob
                        .of("<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>\n"))
                .add("svg without a declaration",
                        Blob.of("<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0\"/></svg>\n"))
                .add("postscript", Blob.of("%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 1 1\n"))
                .add("netpbm", Blob.of("P6\n2 2\n255\n").zeros(12))
                .add("qoi", Blob.of("qoif").big(2, 4).big(2, 4).text("\3\0").zeros(30))
                .add("emf", new Blob().little(1, 4).little(108, 4).zeros(32).text(" EMF").zeros(64))
                .add("pcx", Blob.of("\n\5\1\b").zeros(124)).add("djvu", Blob.of("AT&TFORM\0\0\0\60DJVUINFO").zeros(40));
    }

    private static Blob tiff(String order, boolean little) {
        Blob tiff = Blob.of(order);
        return little
                ? tiff.little(42, 2).little(8, 4).little(1, 2).little(256, 2).little(3, 2).little(1, 4).little(1, 4).little(0,
                        4)
                : tiff.big(42, 2).big(8, 4).big(1, 2).big(256, 2).big(3, 2).big(1, 4).big(1, 4).big(0, 4);
    }
}
