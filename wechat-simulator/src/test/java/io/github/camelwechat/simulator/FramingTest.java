package io.github.camelwechat.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import io.github.camelwechat.simulator.journal.JournalEntry;
import io.github.camelwechat.simulator.journal.UploadedMedia;
import io.github.camelwechat.simulator.library.Material;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static io.github.camelwechat.simulator.ApiClient.ADD_MATERIAL;
import static org.assertj.core.api.Assertions.assertThat;

/** Forms byte by byte, over a raw socket: which are read, and which are refused with 41005. */
class FramingTest {

    private static final String GOOD = """
            --b
            Content-Disposition: form-data; name="media"; filename="a.gif"
            Content-Type: image/gif

            GIF89a and more
            --b--
            """;

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    static Stream<Arguments> refused() {
        String type = "multipart/form-data; boundary=b";
        return Stream.of(
                Arguments.of("quoted boundary", "multipart/form-data; boundary=\"b\"", GOOD, "is quoted"),
                Arguments.of("no multipart", "application/octet-stream", GOOD, "not multipart"),
                Arguments.of("no Content-Type", null, GOOD, "not multipart"),
                Arguments.of("no filename", type, GOOD.replace("; filename=\"a.gif\"", ""), "no filename"),
                Arguments.of("empty filename", type, GOOD.replace("a.gif", ""), "no filename"),
                Arguments.of("bare name", type, GOOD.replace("\"media\"", "media"), "name in a Content-Disposition"),
                Arguments.of("bare filename", type, GOOD.replace("\"a.gif\"", "a.gif"), "filename in a Content-Disp"),
                Arguments.of("only filename*", type, GOOD.replace("filename=\"a.gif\"", "filename*=utf-8''a.gif"),
                        "filename* only"),
                Arguments.of("other part name", type, GOOD.replace("\"media\"", "\"file\""), "one named file"),
                Arguments.of("no Content-Disposition", type, GOOD.replace("Content-Disposition", "X"), "Disposition"),
                Arguments.of("no CRLF at the end", type, GOOD.stripTrailing(), "no CRLF after the closing"),
                Arguments.of("half a CRLF at the end", type, GOOD.stripTrailing() + "\rx", "no CRLF after the closing"),
                Arguments.of("no closing boundary", type, GOOD.replace("--b--\n", ""), "no closing boundary"),
                Arguments.of("bytes behind the end", type, GOOD + "x", "behind the end"),
                Arguments.of("another boundary", "multipart/form-data; boundary=c", GOOD, "another boundary"),
                Arguments.of("preamble", type, "hello\n" + GOOD, "does not begin with a boundary"),
                Arguments.of("empty body", type, "", "no opening boundary"),
                Arguments.of("two files", type, GOOD.replace("--b--", GOOD.stripTrailing()), "two parts named media"),
                Arguments.of("description as file", type, GOOD.replace("--b--", """
                        --b
                        Content-Disposition: form-data; name="description"; filename="d.json"

                        {}
                        --b--"""), "description is a file part"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String what, String contentType, String form, String reason) throws IOException {
        String answer = RawSocket.post(wechat.url(), path("image"), contentType, crlf(form));

        assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n").contains("{\"errcode\":41005,")
                .containsPattern("media data missing hint: \\[\\S{14}] rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}");
        assertThat(wechat.library("wxdemo").materials()).isEmpty();
        assertThat(lastEntry().reason()).contains(reason);
    }

    @Test
    void lineFeedsAloneAreRefused() throws IOException {
        byte[] form = GOOD.getBytes(StandardCharsets.UTF_8);

        assertThat(RawSocket.post(wechat.url(), path("image"), "multipart/form-data; boundary=b", form))
                .contains("\"errcode\":41005");
    }

    @Test
    void aContentLengthBeyondTheEndIsAnsweredWithoutWaitingForBytesThatNeverCome() throws IOException {
        byte[] form = crlf(GOOD);

        String answer = RawSocket.post(
                wechat.url(), path("image"), "multipart/form-data; boundary=b", form, form.length + 10);

        assertThat(answer).contains("\"errcode\":41005").contains("Connection: close");
        assertThat(lastEntry().reason()).contains("Content-Length says " + (form.length + 10));
    }

    static Stream<Arguments> accepted() {
        String type = "multipart/form-data; boundary=b";
        String description = "--b\nContent-Disposition: form-data; name=\"description\"\n\n{}\n";
        return Stream.of(
                Arguments.of("as curl sends it", type, GOOD),
                Arguments.of("no boundary in the header", "multipart/form-data", GOOD),
                Arguments.of("upper case", "Multipart/Form-Data; Boundary=b", GOOD),
                Arguments.of("other part type", type, GOOD.replace("image/gif", "application/octet-stream")),
                Arguments.of("no part type", type, GOOD.replace("Content-Type: image/gif\n", "")),
                Arguments.of("further part headers", type,
                        GOOD.replace("Content-Type", "Content-Transfer-Encoding: binary\nContent-Length: 15\nContent-Type")),
                Arguments.of("type before disposition", type, GOOD.replace("Content-Type: image/gif\n", "")
                        .replace("--b\nContent-D", "--b\nContent-Type: image/gif\nContent-D")),
                Arguments.of("filename* behind filename", type, GOOD.replace("a.gif\"", "a.gif\"; filename*=utf-8''a.gif")),
                Arguments.of("description behind", type, GOOD.replace("--b--", description + "--b--")),
                Arguments.of("description before", type, description + GOOD));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void accepted(String what, String contentType, String form) throws IOException {
        String answer = RawSocket.post(wechat.url(), path("image"), contentType, crlf(form));

        assertThat(answer).contains("\"media_id\":\"");
        assertThat(wechat.library("wxdemo").materials()).singleElement().satisfies(material -> {
            assertThat(material.name()).isEqualTo("a.gif");
            assertThat(material.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("GIF89a and more");
        });
    }

    @Test
    void whatLooksLikeABoundaryInsideTheMediaIsMedia() throws IOException {
        String tricky = "GIF89a\r\n--\r\n--bb\r\n\r\n--b \r\n--b-x";
        byte[] form = crlf(GOOD.replace("GIF89a and more", "@")).clone();
        String text = new String(form, StandardCharsets.UTF_8).replace("@", tricky);

        RawSocket.post(wechat.url(), path("image"), "multipart/form-data; boundary=b", text.getBytes(StandardCharsets.UTF_8));

        assertThat(onlyMaterial().bytes()).asString(StandardCharsets.UTF_8).isEqualTo(tricky);
    }

    @Test
    void aFormThatComesByteByByteIsTheSameForm() throws IOException {
        byte[] form = crlf(GOOD);
        try (RawSocket socket = new RawSocket(wechat.url())) {
            socket.send("POST " + path("image") + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Type: multipart/form-data\r\nContent-Length: " + form.length + "\r\n\r\n");
            for (byte b : form) {
                socket.send(new byte[] { b });
            }

            assertThat(socket.answer()).contains("\"media_id\":\"");
        }
        assertThat(onlyMaterial().bytes()).asString(StandardCharsets.UTF_8).isEqualTo("GIF89a and more");
    }

    @Test
    void theFileNameIsKeptVerbatim() throws IOException {
        String name = "images/2/骆驼 🐫 %20.gif";

        RawSocket.post(wechat.url(), path("image"), "multipart/form-data; boundary=b", crlf(GOOD.replace("a.gif", name)));

        assertThat(onlyMaterial().name()).isEqualTo(name);
    }

    @Test
    void aFileNameThatIsNotUtf8IsKeptWithReplacementsAndAWarning() throws IOException {
        byte[] form = new String(crlf(GOOD), StandardCharsets.UTF_8).replace("a.gif", "\u00e9.gif")
                .getBytes(StandardCharsets.ISO_8859_1);

        RawSocket.post(wechat.url(), path("image"), "multipart/form-data; boundary=b", form);

        assertThat(onlyMaterial().name()).isEqualTo("\ufffd.gif");
        assertThat(lastEntry().warnings()).singleElement().asString().contains("not UTF-8");
    }

    @Test
    void backslashesDoNotEscape() throws IOException {
        String answer = RawSocket.post(wechat.url(), path("image"), "multipart/form-data; boundary=b",
                crlf(GOOD.replace("a.gif", "a\\\"b.gif")));

        assertThat(answer).contains("\"errcode\":40005");
        assertThat(lastEntry().upload()).extracting(UploadedMedia::fileName).isEqualTo("a\\");
    }

    private static String path(String type) {
        return ADD_MATERIAL + "?access_token=" + wechat.tokens().issue("wxdemo") + "&type=" + type;
    }

    private static Material onlyMaterial() {
        assertThat(wechat.library("wxdemo").materials()).hasSize(1);
        return wechat.library("wxdemo").materials().get(0);
    }

    private static JournalEntry lastEntry() {
        return wechat.journal().entries().get(wechat.journal().entries().size() - 1);
    }

    private static byte[] crlf(String form) {
        return form.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
