package io.github.camelwechat.material.internal.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

import io.github.camelwechat.material.error.InvalidMaterialException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What is no media is called by its name, and the advice is of use for it. */
class RefusedContentTest extends PreparerTestBase {

    private static final String PNG = "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\0\u0001\0\0\0\u0001\b\u0002\0\0\0";
    private static final String FORM = "Content-Disposition: form-data; name=\"media\"\r\n\r\n";
    /** Bytes of which nothing is known. */
    private static final String UNKNOWN
            = "\u0001\u0080\u0003\u0090\u0005\u00a0\u0007\u00b0\u000e\u00c0\u000f\u00d0\u0010\u00e0";

    private static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] utf16(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }

    static Stream<Arguments> contents() {
        return Stream.of(
                arguments(bytes("HTTP/1.1 200 OK\r\n\r\nx"),
                        "an answer of an HTTP server, with its headers. Send its body alone."),
                arguments(bytes("HTTP/1.1 200 OK\r\n\r\n" + UNKNOWN), "an answer of an HTTP server, with its headers."),
                arguments(bytes(" <!DOCTYPE HTML><p>sorry"), "this is text, a page in HTML. Did a server answer with a page"),
                arguments(bytes("\u00ef\u00bb\u00bf<head></head><HTML>"), "this is text, a page in HTML."),
                arguments(bytes("<?xml version='1.0'?><Error/>"), "this is text, in XML. Did a server answer with an error"),
                arguments(bytes("{\"errcode\":40001}"), "this is text, in JSON. Did a server answer with an error"),
                arguments(bytes("data:image/png;base64,iVBORw0KGgo="), "this is text, a data: address. Decode the Base64"),
                arguments(bytes("-----BEGIN PGP MESSAGE-----\n"), "this is text, encrypted by PGP. Decrypt it first."),
                arguments(bytes("/in/camel.png and no more"), "this is text. Text is no media; if it is a path or an address"),
                arguments(utf16("camels in a text of two bytes each"), "this is text. Text is no media"),
                arguments(utf16("\u0089PNG\r\n\u001a\n\u0000\u0001 and more of it"), "this was turned into text on the way"),
                arguments(utf16("GIF89a\u00ff and more of it, up to its end"), "this was turned into text on the way"),
                arguments(bytes(UNKNOWN + "\u0080"), "this is 15 bytes, too short for any. Was it cut off on the way"),
                arguments(bytes(UNKNOWN + "\u0080\u0090"), "none of the known formats. If you are sure of it"),
                arguments(bytes(PNG.replace("\r\n", "\n")), "this starts like a PNG whose line ends were changed. FTP in text"),
                arguments(bytes("?PNG\r\n\u001a\n" + UNKNOWN), "this starts like a PNG whose line ends were changed."),
                arguments(bytes("#!AMR\r\n" + UNKNOWN), "this starts like an AMR whose line ends were changed. FTP in text"),
                arguments(bytes("#!AMR\rtext of a voice, not bytes"), "this starts like an AMR whose line ends were changed."),
                arguments(bytes("\u00ff\u00d8" + UNKNOWN), "this starts like a JPEG and is damaged."),
                arguments(new byte[100], "this starts with 100 bytes of nothing but zeros. Was it still being written"),
                arguments(filled(100, 0xff), "this starts with 100 bytes of nothing but 0xFF."),
                arguments(bytes("\u0001" + PNG), "this has 1 byte in front of PNG. Send what comes after these."),
                arguments(bytes("\u00ef\u00bb\u00bf" + PNG), "this has 3 bytes in front of PNG (a byte order mark)."),
                arguments(bytes(FORM + PNG), "in front of PNG (the headers of a multipart form). Send what comes"),
                arguments(concat(filled(1024, 1), PNG), "this has 1,024 bytes (1.0 KB) in front of PNG."),
                arguments(concat(filled(1025, 1), PNG), "none of the known formats."),
                arguments(bytes("--b\r\n" + FORM + UNKNOWN), "this is a part of a multipart form, with its headers. Send its"),
                arguments(bytes("ID3\u0003\0\0\0\0\0\0PK\u0003\u0004" + UNKNOWN),
                        "this is ZIP (by its content). Unpack it first."),
                arguments(bytes("ID3\u0003\0\0\0\0\0\0" + UNKNOWN + UNKNOWN),
                        "this has a tag of MP3 in front, and no audio after it."));
    }

    private static byte[] filled(int count, int value) {
        byte[] all = new byte[count];
        Arrays.fill(all, (byte) value);
        return all;
    }

    private static byte[] concat(byte[] start, String latin1) {
        byte[] all = Arrays.copyOf(start, start.length + latin1.length());
        System.arraycopy(bytes(latin1), 0, all, start.length, latin1.length());
        return all;
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("contents")
    void isCalledWhatItIs(byte[] content, String words) {
        assertThatThrownBy(() -> prepare(content)).isInstanceOf(InvalidMaterialException.class).hasMessageContaining(words);
    }

    static Stream<Arguments> formats() {
        return Stream.of(
                arguments("MSCF\0\0\0\0", "Unpack it first."),
                arguments("\u00ac\u00ed\0\u0005", "Send the bytes that are in it, not the object."),
                arguments("Salted__\u0080", "Decrypt it first."),
                arguments("\u007fELF", "It is no media: is it the right file?"),
                arguments("8BPS\0", "Convert it to one of these."));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("formats")
    void adviceIsOfUseForTheFormat(String start, String advice) {
        assertThatThrownBy(() -> prepare(bytes(start + UNKNOWN))).hasMessageEndingWith("(by its content). " + advice);
    }

    @Test
    void typeGoesWithAdviceOnlyWhereNoneIsSet() {
        assertThatThrownBy(() -> prepare(bytes(UNKNOWN + UNKNOWN))).hasMessageEndingWith("set type and validate=false.");
        assertThatThrownBy(() -> prepare(bytes(UNKNOWN + UNKNOWN), MaterialType.IMAGE.rule(), null))
                .hasMessageEndingWith("set validate=false.");
    }
}
