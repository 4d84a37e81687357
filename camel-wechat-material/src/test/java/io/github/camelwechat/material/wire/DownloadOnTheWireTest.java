package io.github.camelwechat.material.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.camelwechat.material.Samples;
import io.github.camelwechat.material.WechatMaterialComponent;
import io.github.camelwechat.material.WechatMaterialConstants;
import io.github.camelwechat.material.error.UnexpectedAnswerException;
import io.github.camelwechat.material.error.UnknownOutcomeException;
import io.github.camelwechat.material.result.NewsMaterial;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a file that comes from WeChat says of itself is not believed, and nothing of it stays. */
class DownloadOnTheWireTest {

    private static final byte[] PNG = Samples.png(5000, 1);
    /** More bytes than stay in memory. */
    private static final int LARGE = 1 << 20;
    private static final String FILLING = "x".repeat(LARGE);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "attachment; filename=\"骆驼.png\"|骆驼.png", "attachment; filename=a.png|a.png",
            "attachment; filename=\"a.jpg\"|a.jpg.png", "attachment; filename=\"../../etc/a.png\"|a.png",
            "attachment; filename=\"C:\\\\temp\\\\a.png\"|a.png", "attachment; filename=\"/\"|MEDIA.png",
            "inline; filename=\"a\u202eb.png\"|a_b.png", "attachment|MEDIA.png" })
    void itsNameHasNoPathAndTheExtensionOfTheContent(String disposition, String name) throws Exception {
        Exchange result = get(connection -> connection.answer("Content-Disposition: " + disposition + "\r\n", PNG));

        assertThat(result.getMessage().getHeader(WechatMaterialConstants.FILE_NAME)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = { "image/jpeg", "text/plain", "application/json", "text/html; charset=utf-8" })
    void itsTypeIsThatOfTheContent(String claimed) throws Exception {
        Exchange result = get(connection -> connection.answer("Content-Type: " + claimed + "\r\n", PNG));

        assertThat(result.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("image/png");
        assertThat(result.getMessage().getBody(byte[].class)).isEqualTo(PNG);
    }

    @Test
    void jsonIsJsonWhateverItsTypeSays() throws Exception {
        Exchange result = get(connection -> connection.answer(
                "Content-Type: image/jpeg\r\n", " \n{\"errcode\":40007,\"errmsg\":\"invalid media_id\"}"));

        assertThat(result.getException()).hasMessageContaining("WeChat answered 40007");
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{\"title\":\"T\",\"down_url\":\"\"}" })
    void butNotAVideoWithoutAnAddress(String json) throws Exception {
        assertThat(get(connection -> connection.answer(json)).getException()).isInstanceOf(UnexpectedAnswerException.class)
                .hasMessageMatching(".*(neither a file nor a video nor news|has no address .* as down_url).*");
    }

    @Test
    void moreThanTwentyMegabytesAreNotTaken() throws Exception {
        Exchange result = get(connection -> {
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n");
            for (int i = 0; i < 1000; i++) {
                connection.send(FILLING);
            }
        });

        assertThat(result.getException()).isInstanceOf(UnknownOutcomeException.class)
                .hasMessageContaining("longer than 20,971,520 bytes");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aLargeOneLiesInAFileWithoutANameUntilItsExchangeEnds() throws Exception {
        List<String> before = openSpoolFiles();
        List<String> meanwhile = new ArrayList<>();

        Exchange result = get(connection -> connection.answer("", Samples.png(LARGE, 1)), exchange -> {
            meanwhile.addAll(openSpoolFiles());
            assertThat(exchange.getMessage().getBody(byte[].class)).hasSize(LARGE);
        });

        assertThat(result.getException()).isNull();
        meanwhile.removeAll(before);
        assertThat(meanwhile).singleElement().asString().endsWith("(deleted)");
        assertThat(openSpoolFiles()).isSubsetOf(before);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void andAtOnceWhereItIsNoResult() throws Exception {
        List<String> before = openSpoolFiles();
        List<String> afterwards = new ArrayList<>();

        Exchange news = get(connection -> connection.answer("{\"news_item\":[{\"content\":\"" + FILLING + "\"}]}"),
                exchange -> afterwards.addAll(openSpoolFiles()));
        Exchange page = get(connection -> connection.answer("Content-Type: text/html\r\n", "<html>" + FILLING));
        Exchange refusal = get(connection -> connection.answer("{\"errcode\":40007,\"errmsg\":\"" + FILLING + "\"}"));
        Exchange cutOff = get(connection -> connection.send("HTTP/1.1 200 OK\r\nContent-Length: 9999999\r\n\r\n" + FILLING));

        assertThat(news.getMessage().getBody()).isInstanceOf(NewsMaterial.class);
        assertThat(page.getException()).isInstanceOf(UnexpectedAnswerException.class);
        assertThat(refusal.getException()).hasMessageContaining("40007");
        assertThat(cutOff.getException()).isInstanceOf(UnknownOutcomeException.class);
        assertThat(afterwards).isSubsetOf(before);
        assertThat(openSpoolFiles()).isSubsetOf(before);
    }

    private static Exchange get(RawServer.Conversation answer) throws Exception {
        return get(answer, exchange -> {
        });
    }

    private static Exchange get(RawServer.Conversation answer, Processor next) throws Exception {
        try (RawServer server = new RawServer(connection -> {
            connection.readRequest();
            answer.hold(connection);
        }); DefaultCamelContext context = new DefaultCamelContext()) {
            context.addComponent("wechat-material", new WechatMaterialComponent());
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:get").to("wechat-material:wx?accessToken=T&operation=getMaterial&apiUrl=" + server.url())
                            .process(next);
                }
            });
            context.start();
            return context.createProducerTemplate().request(
                    "direct:get", exchange -> exchange.getMessage().setHeader(WechatMaterialConstants.MEDIA_ID, "MEDIA"));
        }
    }

    private static List<String> openSpoolFiles() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.map(DownloadOnTheWireTest::target).filter(name -> name.contains(".spool")).toList();
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (NoSuchFileException e) {
            return "closed meanwhile";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
