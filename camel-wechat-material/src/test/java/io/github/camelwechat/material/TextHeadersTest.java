package io.github.camelwechat.material;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.xml.parsers.DocumentBuilderFactory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.converter.stream.InputStreamCache;
import org.apache.camel.language.xpath.XPathBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a header may hold: a text, or what everybody would write as one. */
class TextHeadersTest {

    private static final String CONTENT = "content-of-the-file";

    @RegisterExtension
    final Wechat wechat = new Wechat();

    @TempDir
    Path folder;

    @BeforeEach
    void account() {
        wechat.plainAccount();
    }

    private Exchange upload(Map<String, Object> headers) {
        return wechat.upload("wechat-material:default", Samples.png(), headers);
    }

    private String sentName(Object header) {
        wechat.simulator().journal().clear();
        assertThat(upload(Map.of(WechatMaterialConstants.FILE_NAME, header)).getException()).isNull();
        return wechat.onlyUpload().upload().fileName();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            WechatMaterialConstants.OPERATION, WechatMaterialConstants.TYPE, WechatMaterialConstants.TITLE,
            WechatMaterialConstants.INTRODUCTION, WechatMaterialConstants.FILE_NAME, Exchange.FILE_NAME, "CamelAwsS3Key",
            Exchange.FILE_LENGTH, "CamelAwsS3ContentLength" })
    void headerThatIsNoTextIsAnErrorThatNamesIt(String header) {
        byte[] bytes = CONTENT.getBytes(StandardCharsets.UTF_8);
        InputStream untouched = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("a header is not read");
            }

            @Override
            public int read(byte[] target, int offset, int count) {
                return read();
            }
        };
        for (Object value : List.of(
                bytes, new char[] { 'a' }, ByteBuffer.wrap(bytes), new ByteArrayInputStream(bytes), untouched,
                new InputStreamCache(bytes), new StringReader(CONTENT), Map.of("name", CONTENT), List.of(CONTENT),
                Optional.of(CONTENT), new GenericFile<>(), new Object())) {
            Exchange result = upload(Map.of(header, value));

            assertThat(result.getException()).as(value.getClass().getName()).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("The header " + header + " is a " + value.getClass().getTypeName())
                    .message().doesNotContain(CONTENT).hasSizeLessThan(300);
        }
        assertThat(wechat.simulator().journal().entries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            WechatMaterialConstants.MEDIA_ID, WechatMaterialConstants.OFFSET, WechatMaterialConstants.COUNT,
            WechatMaterialConstants.TYPE })
    void headerOfTheLibraryThatIsNoTextIsAnErrorToo(String header) throws Exception {
        File file = Files.writeString(folder.resolve("id.txt"), CONTENT).toFile();
        String operation = header.equals(WechatMaterialConstants.MEDIA_ID) ? "delMaterial" : "batchGetMaterial";

        for (Object value : List.of(file, CONTENT.getBytes(StandardCharsets.UTF_8))) {
            Exchange result = wechat.upload(
                    "wechat-material:default?type=image&operation=" + operation, null, Map.of(header, value));

            assertThat(result.getException()).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("The header " + header + " is a " + value.getClass().getTypeName());
        }
        assertThat(wechat.simulator().journal().entries()).isEmpty();
    }

    @Test
    void fileAsANameGivesItsNameAndIsNotRead() throws Exception {
        Path file = Files.writeString(folder.resolve("骆驼.txt"), CONTENT);
        GenericFile<File> wrapped = new GenericFile<>();
        wrapped.setFile(file.toFile());

        assertThat(sentName(file.toFile())).isEqualTo("骆驼.txt.png");
        assertThat(sentName(file)).isEqualTo("骆驼.txt.png");
        assertThat(sentName(wrapped)).isEqualTo("骆驼.txt.png");
        assertThat(sentName(new File("gone.png"))).isEqualTo("gone.png");
    }

    @Test
    void fileAsATitleIsAnError() throws Exception {
        Path file = Files.writeString(folder.resolve("title.txt"), CONTENT);

        assertThat(upload(Map.of(WechatMaterialConstants.TITLE, file.toFile())).getException())
                .hasMessageContaining("CamelWechatMaterialTitle is a java.io.File");
    }

    @Test
    void textsOfOtherKindsAreTaken() throws Exception {
        assertThat(sentName(CharBuffer.wrap("builder.png"))).isEqualTo("builder.png");
        assertThat(sentName(4711)).isEqualTo("4711.png");
        assertThat(sentName('x')).isEqualTo("x.png");
        assertThat(sentName(WechatMaterialOperations.addMaterial)).isEqualTo("addMaterial.png");
        assertThat(sentName(LocalDate.of(2026, 11, 29))).isEqualTo("2026-11-29.png");
        assertThat(sentName(URI.create("https://example.com/in/a%20b.jpg?w=1"))).isEqualTo("a b.png");
        assertThat(sentName(URI.create("https://example.com/in/c.jpg").toURL())).isEqualTo("c.png");
    }

    /** As the expressions jq and xpath leave them, where nobody says which class they should have. */
    @Test
    void partsOfAJsonOrXmlDocumentAreTakenAsTheirText() throws Exception {
        assertThat(sentName(JsonNodeFactory.instance.textNode("json.png"))).isEqualTo("json.png");
        assertThat(sentName(JsonNodeFactory.instance.nullNode())).isEqualTo("image.png");
        assertThat(upload(Map.of(WechatMaterialConstants.TITLE, JsonNodeFactory.instance.objectNode())).getException())
                .hasMessageContaining("ObjectNode");

        Exchange xml = wechat.endpoint("wechat-material:default").createExchange();
        xml.getMessage().setBody(
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(
                        new ByteArrayInputStream("<a><b>xml</b><b>.png</b></a>".getBytes(StandardCharsets.UTF_8))));
        for (String expression : List.of("/a/b", "/a/b/text()", "/a")) {
            assertThat(sentName(
                    XPathBuilder.xpath(expression).evaluate(wechat.context(), xml.getMessage().getBody(), Object.class)))
                    .as(expression).isEqualTo("xml.png");
        }
    }

    /** The first character of a text file that an editor on Windows has written. */
    @Test
    void byteOrderMarkIsNoPartOfAValue() {
        Exchange result = upload(Map.of(
                WechatMaterialConstants.OPERATION, "\ufeffaddMaterial\u200b", WechatMaterialConstants.TYPE, "\u200eimage ",
                WechatMaterialConstants.FILE_NAME, "\ufeffa.png"));

        assertThat(result.getException()).isNull();
        assertThat(wechat.onlyUpload().upload().fileName()).isEqualTo("a.png");

        String mediaId = wechat.simulator().library(Wechat.APP).materials().get(0).mediaId();
        Exchange deleted = wechat.upload(
                "wechat-material:default?operation=delMaterial", null,
                Map.of(WechatMaterialConstants.MEDIA_ID, "\ufeff" + mediaId + "\u200b\r\n"));
        assertThat(deleted.getException()).isNull();
    }

    @Test
    void titleOfAVideoLosesNothingButTheMark() {
        for (String title : new String[] { "\ufeffA title\nof two lines", "\u200b" }) {
            assertThat(wechat.upload(
                    "wechat-material:default", Samples.mp4(3000, 7),
                    Map.of(WechatMaterialConstants.TITLE, title, WechatMaterialConstants.FILE_NAME, "b.mp4")).getException())
                    .isNull();
        }
        assertThat(wechat.simulator().library(Wechat.APP).materials()).extracting(material -> material.title())
                .containsExactlyInAnyOrder("A title\nof two lines", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            WechatMaterialConstants.OPERATION, WechatMaterialConstants.TYPE, Exchange.FILE_LENGTH })
    void longOrUnprintableValueDoesNotFloodTheError(String header) {
        Exchange result = upload(Map.of(header, "a\r\nINFO all is well\u202e" + "x".repeat(1_000_000)));

        assertThat(result.getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'a  INFO all is well").message().hasSizeLessThan(500)
                .doesNotContain("\r", "\n", "\u202e");
    }

    @Test
    void nameOfMegabytesDoesNotFloodTheError() {
        Exchange result = wechat.upload(
                "wechat-material:default", new byte[100], Map.of(WechatMaterialConstants.FILE_NAME, "x".repeat(1_000_000)));

        assertThat(result.getException()).message().startsWith("x".repeat(255) + ": ").hasSizeLessThan(700);
    }

    @Test
    void emptyNameIsNone() {
        Exchange result = upload(Map.of(
                WechatMaterialConstants.FILE_NAME, " ", Exchange.FILE_NAME, "", "CamelAwsS3Key", "in/s3.png"));

        assertThat(result.getException()).isNull();
        assertThat(wechat.onlyUpload().upload().fileName()).isEqualTo("s3.png");
    }
}
