package io.github.camelwechat.simulator.format;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells the format of a file from its first bytes, whatever it is called. Internal: not API. */
public final class FormatRecogniser {

    /** As many first bytes as {@link #recognise} wants to see. */
    public static final int HEAD = 64;

    /** Brands of mp4; mov ({@code qt}), 3gp and m4a have others. */
    private static final Pattern MP4_BRANDS = Pattern.compile("iso[m2-9]|mp4[12]|avc1|M4V |MSNV|dash");
    private static final String ASF = "0&\u00b2u\u008ef\u00cf\u0011";

    private FormatRecogniser() {
    }

    /**
     * {@return the format, empty if it is none that WeChat takes}
     *
     * @param head the first {@value #HEAD} bytes, or all if there are fewer
     */
    public static Optional<Format> recognise(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of(Format.PNG);
        }
        if (text.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(Format.JPEG);
        }
        if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
            return Optional.of(Format.GIF);
        }
        if (isBitmap(text)) {
            return Optional.of(Format.BMP);
        }
        return sound(text).or(() -> film(text));
    }

    private static Optional<Format> sound(String text) {
        if (text.startsWith("#!AMR\n") || text.startsWith("#!AMR-WB\n")) {
            return Optional.of(Format.AMR);
        }
        if (text.startsWith("RIFF") && text.startsWith("WAVE", 8)) {
            return Optional.of(Format.WAV);
        }
        if (text.startsWith(ASF)) {
            return Optional.of(Format.WMA);
        }
        return text.startsWith("ID3") || isMp3Frame(text) ? Optional.of(Format.MP3) : Optional.empty();
    }

    private static Optional<Format> film(String text) {
        boolean brand = text.length() >= 12 && text.startsWith("ftyp", 4)
                && MP4_BRANDS.matcher(text.substring(8, 12)).matches();
        return brand ? Optional.of(Format.MP4) : Optional.empty();
    }

    /** "BM" alone begins many a text: the size of the header behind it must be one that exists. */
    private static boolean isBitmap(String text) {
        if (!text.startsWith("BM") || text.length() < 18 || text.charAt(15) != 0) {
            return false;
        }
        int header = text.charAt(14);
        return header == 12 || header == 40 || header == 52 || header == 56 || header == 64 || header == 108
                || header == 124;
    }

    /** 11 bits of sync, then no reserved version, layer III, no reserved bit rate and sampling rate. */
    private static boolean isMp3Frame(String text) {
        return text.length() >= 4 && text.charAt(0) == 0xff && (text.charAt(1) & 0xe0) == 0xe0
                && (text.charAt(1) & 0x18) != 0x08 && (text.charAt(1) & 0x06) == 0x02
                && (text.charAt(2) & 0xf0) != 0xf0 && (text.charAt(2) & 0x0c) != 0x0c;
    }
}
