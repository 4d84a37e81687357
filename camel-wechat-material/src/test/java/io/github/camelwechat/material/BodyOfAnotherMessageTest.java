package io.github.camelwechat.material;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.dataformat.zipfile.ZipSplitter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A step of the route has made the body, and the headers still speak of the file that the route began with. */
class BodyOfAnotherMessageTest {

    @RegisterExtension
    final Wechat wechat = new Wechat();

    @TempDir
    Path inbox;

    private final byte[] png = Samples.png(3000, 7);
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @BeforeEach
    void account() {
        wechat.plainAccount();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setErr(err);
    }

    private static byte[] zip(Map<String, byte[]> entries) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private List<String> storedNames(RouteBuilder route, int uploads) throws Exception {
        NotifyBuilder done = new NotifyBuilder(wechat.context()).whenDone(uploads).create();
        wechat.context().addRoutes(route);
        assertThat(done.matches(20, TimeUnit.SECONDS)).isTrue();
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("io.github.camelwechat");
        return wechat.uploads().stream().map(upload -> upload.upload().fileName()).sorted().toList();
    }

    private RouteBuilder changed(Processor step) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("file:" + inbox + "?initialDelay=0").process(step).to("wechat-material:default");
            }
        };
    }

    @Test
    void entriesOfAZipHaveTheirNamesAndNoWarning() throws Exception {
        Files.write(inbox.resolve("album.zip"), zip(Map.of("in/骆驼.png", png, "b.png", Samples.png(4000, 8))));

        assertThat(storedNames(new RouteBuilder() {
            @Override
            public void configure() {
                from("file:" + inbox + "?initialDelay=0").split(new ZipSplitter()).streaming().to("wechat-material:default");
            }
        }, 3)).containsExactly("b.png", "骆驼.png");
    }

    @Test
    void onlyEntryOfAnUnmarshalledZipHasItsName() throws Exception {
        Files.write(inbox.resolve("album.zip"), zip(Map.of("in/a.png", png)));

        assertThat(storedNames(new RouteBuilder() {
            @Override
            public void configure() {
                from("file:" + inbox + "?initialDelay=0").unmarshal().zipFile().to("wechat-material:default");
            }
        }, 1)).containsExactly("a.png");
    }

    @Test
    void pictureMadeSmallerIsNoBrokenTransfer() throws Exception {
        Files.write(inbox.resolve("large.png"), Samples.png(9000, 9));

        assertThat(storedNames(changed(exchange -> exchange.getMessage().setBody(png)), 1)).containsExactly("large.png");
    }

    @Test
    void unpackedFileIsNoBrokenTransfer() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(png);
        }
        Files.write(inbox.resolve("a.png.gz"), packed.toByteArray());

        assertThat(storedNames(changed(exchange -> exchange.getMessage().setBody(
                new GZIPInputStream(exchange.getMessage().getBody(InputStream.class)))), 1)).containsExactly("a.png");
    }

    @Test
    void lineOfAFileThatIsDecodedIsNotTheFile() throws Exception {
        Base64.Encoder base64 = Base64.getEncoder();
        Files.writeString(inbox.resolve("list.txt"),
                base64.encodeToString(png) + "\n" + base64.encodeToString(Samples.png(4000, 8)) + "\n");

        assertThat(storedNames(new RouteBuilder() {
            @Override
            public void configure() {
                from("file:" + inbox + "?initialDelay=0").split(body().tokenize("\n")).streaming()
                        .process(exchange -> exchange.getMessage()
                                .setBody(Base64.getDecoder().decode(exchange.getMessage().getBody(String.class))))
                        .to("wechat-material:default");
            }
        }, 3)).containsExactly("list.txt.png", "list.txt.png");
    }

    @Test
    void fileThatAnotherOneNamesHasItsOwnNameAndLength() throws Exception {
        Path pictures = Files.createDirectory(inbox.resolve("pictures"));
        Files.write(pictures.resolve("骆驼.png"), png);
        Files.writeString(inbox.resolve("order.json"), "{\"picture\":\"骆驼.png\"}");

        assertThat(storedNames(new RouteBuilder() {
            @Override
            public void configure() {
                from("file:" + inbox + "?initialDelay=0")
                        .pollEnrich("file:" + pictures + "?noop=true", 5000)
                        .to("wechat-material:default");
            }
        }, 1)).containsExactly("骆驼.png");
    }

    @ParameterizedTest
    @ValueSource(classes = { byte[].class, InputStream.class, ByteBuffer.class })
    void convertedFileIsNoBrokenTransfer(Class<?> kind) throws Exception {
        Files.write(inbox.resolve("a.png"), Samples.png(9000, 9));

        assertThat(storedNames(new RouteBuilder() {
            @Override
            public void configure() {
                from("file:" + inbox + "?initialDelay=0").process(exchange -> exchange.getMessage().setBody(png))
                        .convertBodyTo(kind).to("wechat-material:default");
            }
        }, 1)).containsExactly("a.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "photo.png?imageView2/2/w/100", "in/photo.png!thumb", "photo?imageMogr2/thumbnail/100x", "photo.png%3Fx=1",
            "https://example.com/in/photo.png?x=/a/b.jpg", "\u200eph\u200boto\u061c.png\ufeff", "photo.png\r\n" })
    void nameIsSentWithoutWhatIsNoneOfIt(String name) {
        Map<String, Object> headers = Map.of(Exchange.FILE_NAME, name);

        assertThat(wechat.upload("wechat-material:default", png, headers).getException()).isNull();
        assertThat(wechat.onlyUpload().upload().fileName()).isEqualTo("photo.png");
    }

    @Test
    void lengthInS3OfAnObjectThatWasChangedIsNotTheBodys() {
        for (Object body : List.of(png, new ByteArrayInputStream(png))) {
            assertThat(wechat.upload("wechat-material:default", body, Map.of(
                    "CamelAwsS3Key", "in/a.zip", "CamelAwsS3ContentLength", 9000L)).getException()).isNull();
        }
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("io.github.camelwechat");
    }
}
