package io.github.camelwechat.material;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

import io.github.camelwechat.material.error.UnexpectedAnswerException;
import io.github.camelwechat.material.error.UnknownOutcomeException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.result.NewsMaterial;
import io.github.camelwechat.material.result.VideoMaterial;
import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.library.NewsArticle;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

/** What comes back from the library. */
class GetMaterialTest {

    private static final String URI = "wechat-material:default?operation=getMaterial";
    private static final String GET_MATERIAL = "/cgi-bin/material/get_material";
    /** So large that it is spooled to a file. */
    private static final int LARGE = 1 << 20;

    @RegisterExtension
    final Wechat wechat = new Wechat();

    @BeforeEach
    void account() {
        wechat.plainAccount();
    }

    private Exchange get(String mediaId) {
        return wechat.upload(URI, "the old body", Map.of(WechatMaterialConstants.MEDIA_ID, mediaId));
    }

    @ParameterizedTest
    @ValueSource(ints = { 500, LARGE })
    void aPictureComesAsBytesThatCanBeReadAgain(int size) throws IOException {
        byte[] picture = Samples.png(size, 1);

        Exchange result = get(wechat.stored(picture, Map.of(Exchange.FILE_NAME, "骆驼.png")));

        assertThat(result.getException()).isNull();
        StreamCache body = (StreamCache) result.getMessage().getBody();
        assertThat(body.length()).isEqualTo(size);
        assertThat(body.inMemory()).isEqualTo(size == 500);
        assertThat(((InputStream) body).readNBytes(10)).hasSize(10);
        body.reset();
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        body.writeTo(copy);
        assertThat(copy.toByteArray()).isEqualTo(picture);
        assertThat(result.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("image/png");
        assertThat(result.getMessage().getHeader(WechatMaterialConstants.FILE_NAME, String.class)).endsWith(".png");
    }

    @Test
    void aProducerTemplateGetsALargeOneThoughItsExchangeHasEnded() {
        byte[] picture = Samples.png(LARGE, 1);
        String mediaId = wechat.stored(picture, Map.of());

        byte[] fetched = wechat.context().createProducerTemplate().requestBodyAndHeader(
                URI, null, WechatMaterialConstants.MEDIA_ID, mediaId, byte[].class);

        assertThat(fetched).isEqualTo(picture);
    }

    @Test
    void aVoiceAndAThumbAreBytesToo() {
        Exchange voice = get(wechat.stored(SmallMedia.amr(), Map.of()));
        Exchange thumb = get(wechat.stored(Samples.picture("jpg"), Map.of(WechatMaterialConstants.TYPE, "thumb")));

        assertThat(voice.getMessage().getBody(byte[].class)).isEqualTo(SmallMedia.amr());
        assertThat(voice.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("audio/amr");
        assertThat(voice.getMessage().getHeader(WechatMaterialConstants.FILE_NAME, String.class)).endsWith(".amr");
        assertThat(thumb.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("image/jpeg");
    }

    @Test
    void aVideoIsDescribed() {
        Exchange result = get(wechat.stored(SmallMedia.mp4(), Map.of(
                WechatMaterialConstants.TITLE, "Title", WechatMaterialConstants.INTRODUCTION, "About it")));

        VideoMaterial video = (VideoMaterial) result.getMessage().getBody();
        assertThat(video.title()).isEqualTo("Title");
        assertThat(video.description()).isEqualTo("About it");
        assertThat(video.downUrl()).startsWith("http");
        assertThat(result.getMessage().getBody(String.class)).startsWith("{\"title\":\"Title\"")
                .contains("\"down_url\":\"http");
    }

    @Test
    void andKeepsNoNameOfAnEarlierFile() {
        String mediaId = wechat.stored(SmallMedia.mp4(), Map.of());

        Exchange result = wechat.upload(URI, null, Map.of(
                WechatMaterialConstants.MEDIA_ID, mediaId, WechatMaterialConstants.FILE_NAME, "old.png"));

        assertThat(result.getMessage().getHeaders()).doesNotContainKey(WechatMaterialConstants.FILE_NAME);
    }

    @Test
    void newsAreItsArticles() {
        String mediaId = wechat.simulator().library(Wechat.APP).addNews(
                new NewsArticle("t", "a", "d", "<p>骆驼</p>", "http://origin", "thumb-id", true), NewsArticle.of("2", "c"))
                .mediaId();

        NewsMaterial news = (NewsMaterial) get(mediaId).getMessage().getBody();

        assertThat(news.items()).hasSize(2);
        assertThat(news.items().get(0)).satisfies(article -> {
            assertThat(article.content()).isEqualTo("<p>骆驼</p>");
            assertThat(article.showCoverPic()).isTrue();
            assertThat(article.thumbMediaId()).isEqualTo("thumb-id");
            assertThat(article.contentSourceUrl()).isEqualTo("http://origin");
        });
        assertThat(news.items().get(1).showCoverPic()).isFalse();
        assertThat(wechat.context().getTypeConverter().convertTo(String.class, news))
                .startsWith("{\"news_item\":[{\"title\":\"t\"").contains("\"show_cover_pic\":1");
    }

    @Test
    void whatIsFetchedCanBeUploadedAgain() {
        byte[] picture = Samples.png(LARGE, 1);
        wechat.account("other", Wechat.OTHER_APP, Wechat.OTHER_SECRET);
        String mediaId = wechat.stored(picture, Map.of(Exchange.FILE_NAME, "a.png"));

        Exchange result = wechat.send(URI, exchange -> exchange.getMessage().setHeader(
                WechatMaterialConstants.MEDIA_ID, mediaId));
        Exchange copied = wechat.upload("wechat-material:other", result.getMessage().getBody(), Map.of());

        assertThat(copied.getException()).isNull();
        assertThat(wechat.simulator().library(Wechat.OTHER_APP).materials()).hasSize(1);
        assertThat(wechat.simulator().library(Wechat.OTHER_APP).materials().get(0).sha256())
                .isEqualTo(wechat.simulator().library(Wechat.APP).materials().get(0).sha256());
    }

    @Test
    void aRouteWritesItToAFileAndNothingIsLeftBehind(@TempDir Path out) throws Exception {
        byte[] picture = Samples.png(LARGE, 1);
        String mediaId = wechat.stored(picture, Map.of());
        wechat.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:copy").to(URI).wireTap("direct:second").to(
                        "file:" + out + "?fileName=first.png");
                from("direct:second").to("file:" + out + "?fileName=second.png");
            }
        });

        Exchange done = wechat.upload("direct:copy", null, Map.of(WechatMaterialConstants.MEDIA_ID, mediaId));
        wechat.context().stop();

        assertThat(done.getException()).isNull();
        assertThat(Files.readAllBytes(out.resolve("first.png"))).isEqualTo(picture);
        assertThat(Files.readAllBytes(out.resolve("second.png"))).isEqualTo(picture);
        StreamCache body = (StreamCache) done.getMessage().getBody();
        body.reset();
        assertThatIOException().isThrownBy(((InputStream) body)::read).withMessageContaining("has ended");
    }

    /** The tap is done with its copy before the caller has begun to read. */
    @Test
    void aTapThatEndsLastLeavesTheCallerHisBytes() throws Exception {
        byte[] picture = Samples.png(LARGE, 1);
        String mediaId = wechat.stored(picture, Map.of());
        CountDownLatch returned = new CountDownLatch(1);
        wechat.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:tapped").to(URI).wireTap("direct:tap");
                from("direct:tap").process(exchange -> returned.await()).convertBodyTo(byte[].class);
            }
        });

        Exchange done = wechat.upload("direct:tapped", null, Map.of(WechatMaterialConstants.MEDIA_ID, mediaId));
        returned.countDown();

        await().until(() -> wechat.context().getInflightRepository().size() == 0);
        assertThat(done.getMessage().getBody(byte[].class)).isEqualTo(picture);
    }

    @Test
    void anEnrichedMessageKeepsItThoughItsOwnExchangeHasEnded() throws Exception {
        byte[] picture = Samples.png(LARGE, 1);
        String mediaId = wechat.stored(picture, Map.of());
        wechat.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:enriched").enrich("direct:fetch").convertBodyTo(byte[].class);
                from("direct:fetch").to(URI);
            }
        });

        Exchange done = wechat.upload("direct:enriched", null, Map.of(WechatMaterialConstants.MEDIA_ID, mediaId));

        assertThat(done.getMessage().getBody()).isEqualTo(picture);
    }

    @Test
    void aRouteThatNeverReadsItKeepsNothing() throws Exception {
        String mediaId = wechat.stored(Samples.png(LARGE, 1), Map.of());
        AtomicReference<InputStream> unread = new AtomicReference<>();
        wechat.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:unread").to(URI).process(exchange -> unread.set((InputStream) exchange.getMessage().getBody()));
            }
        });

        wechat.context().createProducerTemplate().sendBodyAndHeader(
                "seda:unread", null, WechatMaterialConstants.MEDIA_ID, mediaId);

        await().until(() -> unread.get() != null && wechat.context().getInflightRepository().size() == 0);
        assertThatIOException().isThrownBy(unread.get()::read).withMessageContaining("has ended");
    }

    /** One of several threads that read copies of it, stopped by a time-out of its multicast for example. */
    @Test
    void anInterruptedReaderDoesNotTakeItFromTheOthers() throws IOException {
        byte[] picture = Samples.png(LARGE, 1);
        InputStream body = (InputStream) get(wechat.stored(picture, Map.of())).getMessage().getBody();

        Thread.currentThread().interrupt();
        try {
            assertThat(body.readNBytes(10)).hasSize(10);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }

        body.reset();
        assertThat(body.readAllBytes()).isEqualTo(picture);
    }

    @Test
    void anUnknownIdIsWechatsOwnRefusal() {
        WechatApiException failure = (WechatApiException) get("no-such-id").getException();

        assertThat(failure.getErrcode()).isEqualTo(40007);
        assertThat(failure.getOperation()).isEqualTo("getMaterial");
    }

    @Test
    void aProxysPageIsNoPicture() {
        String mediaId = wechat.stored(Samples.png(), Map.of());
        wechat.simulator().faults().next(GET_MATERIAL, Fault.status(200));

        assertThat(get(mediaId).getException()).isInstanceOf(UnexpectedAnswerException.class)
                .hasMessageContaining("neither JSON nor a picture or voice");
    }

    @Test
    void aPictureThatIsCutOffIsNone() {
        String mediaId = wechat.stored(Samples.png(LARGE, 1), Map.of());
        for (Fault fault : List.of(Fault.answerCut(LARGE / 2), Fault.answerLost())) {
            wechat.simulator().faults().next(GET_MATERIAL, fault);

            Exchange result = get(mediaId);

            assertThat(result.getException()).isInstanceOf(UnknownOutcomeException.class);
            assertThat(result.getMessage().getBody()).isEqualTo("the old body");
        }
    }

    @Test
    void theBodyOfTheMessageIsNotRead() throws IOException {
        String mediaId = wechat.stored(Samples.png(), Map.of());
        InputStream body = new ByteArrayInputStream(new byte[10]);

        wechat.upload(URI, body, Map.of(WechatMaterialConstants.MEDIA_ID, mediaId));

        assertThat(body.available()).isEqualTo(10);
    }
}
