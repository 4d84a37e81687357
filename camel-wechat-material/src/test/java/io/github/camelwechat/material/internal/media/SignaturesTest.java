package io.github.camelwechat.material.internal.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Starts that need more than their first letters, and what is near to them. */
class SignaturesTest {

    private static final String TGA = "\0\0\2\0\0\0\0\0\0\0\0\0\4\0\4\0\30\40";

    private static byte[] padded(String latin1, int length) {
        return Arrays.copyOf(latin1.getBytes(StandardCharsets.ISO_8859_1), length);
    }

    private static byte[] at(int offset, String latin1) {
        return padded("\u0080".repeat(offset) + latin1, offset + latin1.length() + 100);
    }

    private static byte[] packets(int first, int length) {
        byte[] stream = new byte[first + 4 * length];
        for (int packet = 0; packet < 4; packet++) {
            stream[first + packet * length] = 'G';
        }
        return stream;
    }

    private static byte[] pcx(int version, int bits, int planes) {
        byte[] start = padded("\n\0\1\0\0\0\0\0\1\0\1\0", 128);
        start[1] = (byte) version;
        start[3] = (byte) bits;
        start[64] = 0;
        start[65] = (byte) planes;
        return start;
    }

    static Stream<Arguments> starts() {
        return Stream.of(
                arguments("QLCM in RIFF", padded("RIFF\u0080\0\0\0QLCM", 64), MediaFormat.QCP),
                arguments("CDXA in RIFF", padded("RIFF\u0080\0\0\0CDXA", 64), MediaFormat.MPEG_PS),
                arguments("ACON in RIFF", padded("RIFF\u0080\0\0\0ACON", 64), MediaFormat.ICO),
                arguments("other RIFF", padded("RIFF\u0080\0\0\0ABCD", 64), null),
                arguments("AIFC in FORM", padded("FORM\0\0\0\u0080AIFC", 64), MediaFormat.AIFF),
                arguments("8SVX in FORM", padded("FORM\0\0\0\u00808SVX", 64), MediaFormat.SVX),
                arguments("ILBM in FORM", padded("FORM\0\0\0\u0080ILBM", 64), MediaFormat.IFF_PICTURE),
                arguments("PBM in FORM", padded("FORM\0\0\0\u0080PBM ", 64), MediaFormat.IFF_PICTURE),
                arguments("other FORM", padded("FORM\0\0\0\u0080ABCD", 64), null),
                arguments("one icon", padded("\0\0\u0001\0\u0001\0", 64), MediaFormat.ICO),
                arguments("cursor", padded("\0\0\u0002\0\u0002\0", 64), MediaFormat.ICO),
                arguments("a thousand icons", padded("\0\0\u0001\0\u00e8\u0003", 64), MediaFormat.ICO),
                arguments("too many icons", padded("\0\0\u0001\0\u00e9\u0003", 64), null),
                arguments("no icons", padded("\0\0\u0001\0\0\0", 64), null),
                arguments("icon with its reserved byte set", padded("\0\0\u0001\0\u0001\0\u0010\u0010\0\u0001", 64), null),
                arguments("TS", packets(0, 188), MediaFormat.MPEG_TS),
                arguments("TS of Blu-ray", packets(4, 192), MediaFormat.MPEG_TS),
                arguments("neither", packets(4, 188), null),
                arguments("tar", at(257, "ustar"), MediaFormat.TAR),
                arguments("no tar", at(256, "ustar"), null),
                arguments("DICOM", at(128, "DICM"), MediaFormat.DICOM),
                arguments("EMF", padded("\u0001\0\0\0" + "\u0080".repeat(36) + " EMF", 128), MediaFormat.EMF),
                arguments("no EMF", padded("\u0002\0\0\0" + "\u0080".repeat(36) + " EMF", 128), null),
                arguments("TrueHD", padded("\u0080\u0080\u0080\u0080\u00f8ro\u00ba", 64), MediaFormat.TRUE_HD),
                arguments("MLP", padded("\u0080\u0080\u0080\u0080\u00f8ro\u00bb", 64), MediaFormat.TRUE_HD),
                arguments("Flash", padded("FWS\u0001\u0080\u0081", 64), MediaFormat.SWF),
                arguments("packed Flash", padded("CWS?\u0080\u0081", 64), MediaFormat.SWF),
                arguments("Flash by LZMA", padded("ZWS\r\u0080\u0081", 64), MediaFormat.SWF),
                arguments("no version of Flash", padded("FWS\0\u0080\u0081", 64), null),
                arguments("too late a version of Flash", padded("FWS@\u0080\u0081", 64), null),
                arguments("TGA", padded(TGA, 64), MediaFormat.TGA),
                arguments("TGA with a map", padded("\5\1\11\0\0\0\1\30\0\0\0\0\1\0\1\0\10\0", 64), MediaFormat.TGA),
                arguments("TGA cut off", padded(TGA.substring(0, 17), 17), null),
                arguments("TGA without height", padded(TGA.replace("\4\0\30", "\0\0\30"), 64), null),
                arguments("TGA of 17 bits", padded(TGA.replace("\30\40", "\21\40"), 64), null),
                arguments("TGA in turns", padded(TGA.replace("\30\40", "\30\200"), 64), null),
                arguments("TGA of type 4", padded(TGA.replace("\0\0\2", "\0\0\4"), 64), null),
                arguments("TGA with a map of no bits", padded("\0\1\1\0\0\0\1\0\0\0\0\0\1\0\1\0\10\0", 64), null),
                arguments("PCX", pcx(5, 8, 1), MediaFormat.PCX), arguments("PCX of version 1", pcx(1, 8, 1), null),
                arguments("PCX of 3 bits", pcx(5, 3, 1), null),
                arguments("PCX cut off in its header", Arrays.copyOf(pcx(5, 8, 1), 65), null),
                arguments("PCX of 5 planes", pcx(5, 8, 5), null),
                arguments("PPM", padded("P6 # drawn\n#\n 2\n2 255\n", 64), MediaFormat.NETPBM),
                arguments("PAM", padded("P7\nWIDTH 2\n", 64), MediaFormat.NETPBM),
                arguments("PPM without height", padded("P6\n2 a", 64), null),
                arguments("text about P1", padded("P1 is a place in the text", 25), null),
                arguments("DPX", padded("SDPX\0\0\40\0V1.0", 64), MediaFormat.DPX),
                arguments("DPX in little-endian order", padded("XPDS\0\40\0\0V2.0", 64), MediaFormat.DPX),
                arguments("no DPX", padded("SDPX\0\0\40\0v1.0", 64), null),
                arguments("DV", padded("\37\7\0\u00bf", 64), MediaFormat.DV),
                arguments("no DV", padded("\37\7\0\u00be", 64), null),
                arguments("ADX", padded("\u0080\0\0\20\3\22\4\1\0\0\0\0\0\0(c)CRI", 64), MediaFormat.ADX),
                arguments("no ADX", padded("\u0080\0\0\21\3\22\4\1\0\0\0\0\0\0(c)CRI", 64), null),
                arguments("ADX cut off", padded("\u0080\0", 2), null),
                arguments("LOAS", padded("V\u00e0\2abV\u00e0\0V\u00e0\1", 64), MediaFormat.AAC),
                arguments("two frames of LOAS", padded("V\u00e0\2abV\u00e0\0V\u00c0\1", 64), null),
                arguments("SVG", padded(" <svg xmlns='http://www.w3.org/2000/svg'/>", 42), MediaFormat.SVG),
                arguments("SVG after a declaration", padded("<?xml version='1.0'?><SVG></SVG>", 32), MediaFormat.SVG),
                arguments("page with SVG", padded("<html><svg></svg></html>", 24), null),
                arguments("page of a type, with SVG", padded("<!doctype html><svg></svg>", 26), null),
                arguments("text about SVG", padded("draw with <svg> please, and more", 32), null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("starts")
    void needsAllOfItsSigns(String name, byte[] start, @Nullable MediaFormat format) {
        assertThat(Signatures.format(new FirstBytes(start, start.length))).isEqualTo(format);
    }
}
