package io.github.camelwechat.material.matrix;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/** What befalls a file on its way: each is done to a sample of each format that WeChat takes, and to some others. */
final class Damages {

    private static final int SEEDS = 3;
    private static final Map<String, UnaryOperator<byte[]>> ALL = all();

    private Damages() {
    }

    static void addTo(CaseList list, String name, byte[] sample) {
        ALL.forEach((damage, change) -> list.add(name + ": " + damage, change.apply(sample)));
        for (int seed = 0; seed < SEEDS; seed++) {
            list.add(name + ": random damage " + seed, random(sample, new Random(name.hashCode() + seed)));
        }
    }

    private static Map<String, UnaryOperator<byte[]>> all() {
        Map<String, UnaryOperator<byte[]>> all = new LinkedHashMap<>();
        cut(all);
        around(all);
        asText(all);
        packed(all);
        all.put("its first 8 bytes zero", file -> filled(file, 0, 8, 0));
        all.put("its first 8 bytes FF", file -> filled(file, 0, 8, -1));
        all.put("zero after 64 bytes", file -> filled(file, 64, file.length, 0));
        all.put("bytes in pairs swapped", Damages::swapped);
        all.put("seven bits", file -> each(file, b -> b & 0x7f));
        return all;
    }

    private static void cut(Map<String, UnaryOperator<byte[]>> all) {
        all.put("half", file -> Arrays.copyOf(file, file.length / 2));
        for (int bytes : new int[] { 64, 12, 4, 2, 1 }) {
            all.put("its first " + bytes, file -> Arrays.copyOf(file, bytes));
        }
        for (int bytes : new int[] { 1, 4, 100 }) {
            all.put("without its first " + bytes, file -> Arrays.copyOfRange(file, bytes, file.length));
        }
    }

    private static void around(Map<String, UnaryOperator<byte[]>> all) {
        all.put("a zero in front", file -> new Blob().zeros(1).bytes(file).bytes());
        all.put("a blank in front", file -> Blob.of(" ").bytes(file).bytes());
        all.put("a line end in front", file -> Blob.of("\r\n").bytes(file).bytes());
        all.put("a byte order mark in front", file -> Blob.of("\u00ef\u00bb\u00bf").bytes(file).bytes());
        all.put("its length in front", file -> new Blob().big(file.length, 4).bytes(file).bytes());
        all.put("1,000 zeros in front", file -> new Blob().zeros(1000).bytes(file).bytes());
        all.put("HTTP headers in front",
                file -> Blob.of("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n").bytes(file).bytes());
        all.put("a chunk of HTTP",
                file -> Blob.of(Integer.toHexString(file.length) + "\r\n").bytes(file).text("\r\n0\r\n\r\n").bytes());
        all.put("a part of a form",
                file -> Blob.of("--b\r\nContent-Disposition: form-data; name=\"media\"; filename=\"a\"\r\n\r\n")
                        .bytes(file).text("\r\n--b--\r\n").bytes());
        all.put("MacBinary",
                file -> new Blob().zeros(1).big(1, 1).text("a").zeros(80).big(file.length, 4).zeros(41).bytes(file).bytes());
        all.put("1,000 zeros behind", file -> Blob.of(file).zeros(1000).bytes());
        all.put("HTML behind", file -> Blob.of(file).text("\n<!-- 12 ms --></body></html>\n").bytes());
        all.put("twice", file -> Blob.of(file).bytes(file).bytes());
    }

    private static void asText(Map<String, UnaryOperator<byte[]>> all) {
        all.put("through a String", file -> through(file, StandardCharsets.UTF_8, StandardCharsets.UTF_8));
        all.put("through a String of ASCII", file -> through(file, StandardCharsets.US_ASCII, StandardCharsets.US_ASCII));
        all.put("through a String of ASCII to UTF-8", file -> through(file, StandardCharsets.US_ASCII, StandardCharsets.UTF_8));
        all.put("through a String of Latin-1 to UTF-8",
                file -> through(file, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8));
        all.put("through a String to Latin-1", file -> through(file, StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1));
        all.put("through a String of Windows-1252",
                file -> through(file, Charset.forName("windows-1252"), Charset.forName("windows-1252")));
        all.put("through a String of GBK", file -> through(file, Charset.forName("GBK"), Charset.forName("GBK")));
        all.put("through a String of UTF-16", file -> through(file, StandardCharsets.UTF_16, StandardCharsets.UTF_16));
        all.put("a String of Latin-1 to UTF-16", file -> through(file, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16));
        all.put("LF to CRLF", file -> replaced(file, "\n", "\r\n"));
        all.put("CRLF to LF", file -> replaced(file, "\r\n", "\n"));
        all.put("CR to LF", file -> replaced(file, "\r", "\n"));
        all.put("zeros dropped", file -> replaced(file, "\0", ""));
    }

    private static void packed(Map<String, UnaryOperator<byte[]>> all) {
        all.put("Base64", file -> Base64.getEncoder().encode(file));
        all.put("Base64 in lines", file -> Base64.getMimeEncoder().encode(file));
        all.put("Base64 in JSON", file -> latin1("{\"file\":\"" + Base64.getEncoder().encodeToString(file) + "\"}"));
        all.put("Base64 in quotes", file -> latin1('"' + Base64.getEncoder().encodeToString(file) + '"'));
        all.put("data URI", file -> latin1("data:image/png;base64," + Base64.getEncoder().encodeToString(file)));
        all.put("hexadecimal", file -> latin1(HexFormat.of().formatHex(file)));
        all.put("gzip", Damages::gzip);
        all.put("serialized", Damages::serialized);
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** {@return what is left of a file after {@code convertBodyTo(String.class)}} */
    static byte[] asText(byte[] file) {
        return through(file, StandardCharsets.UTF_8, StandardCharsets.UTF_8);
    }

    private static byte[] through(byte[] file, Charset read, Charset written) {
        return new String(file, read).getBytes(written);
    }

    private static byte[] replaced(byte[] file, String old, String by) {
        return latin1(new String(file, StandardCharsets.ISO_8859_1).replace(old, by));
    }

    private static byte[] filled(byte[] file, int from, int to, int value) {
        byte[] filled = file.clone();
        Arrays.fill(filled, from, Math.min(to, file.length), (byte) value);
        return filled;
    }

    private interface Change {
        int of(int b);
    }

    private static byte[] each(byte[] file, Change change) {
        byte[] changed = file.clone();
        for (int i = 0; i < file.length; i++) {
            changed[i] = (byte) change.of(file[i]);
        }
        return changed;
    }

    private static byte[] swapped(byte[] file) {
        byte[] swapped = file.clone();
        for (int i = 0; i + 1 < file.length; i += 2) {
            swapped[i] = file[i + 1];
            swapped[i + 1] = file[i];
        }
        return swapped;
    }

    private static byte[] gzip(byte[] file) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] serialized(byte[] file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
            objects.writeObject(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Bytes changed, dropped and doubled; the start gets most of it. */
    private static byte[] random(byte[] file, Random random) {
        byte[] damaged = file;
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            int at = random.nextInt(Math.min(damaged.length, 8 << random.nextInt(10)));
            int length = Math.min(1 + random.nextInt(40), damaged.length - at);
            damaged = switch (random.nextInt(4)) {
                case 0 -> changed(damaged, at, length, random);
                case 1 -> new Blob().bytes(damaged, 0, at).bytes(damaged, at + length, damaged.length).bytes();
                case 2 -> new Blob().bytes(damaged, 0, at + length).bytes(damaged, at, damaged.length).bytes();
                default -> filled(damaged, at, at + length, random.nextInt());
            };
            if (damaged.length == 0) {
                return new byte[1];
            }
        }
        return damaged;
    }

    private static byte[] changed(byte[] file, int at, int length, Random random) {
        byte[] changed = file.clone();
        for (int i = at; i < at + length; i++) {
            changed[i] = (byte) random.nextInt();
        }
        return changed;
    }
}
