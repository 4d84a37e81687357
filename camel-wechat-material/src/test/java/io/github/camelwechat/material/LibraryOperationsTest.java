package io.github.camelwechat.material;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.result.MaterialCount;
import io.github.camelwechat.material.result.MaterialItem;
import io.github.camelwechat.material.result.MaterialPage;
import io.github.camelwechat.material.result.NewsMaterial;
import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.library.NewsArticle;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Counting, listing and deleting: what goes in, what comes out, and what is refused before anything is sent. */
class LibraryOperationsTest {

    private static final String DELETE = "wechat-material:default?operation=delMaterial";
    private static final String LIST = "wechat-material:default?operation=batchGetMaterial";
    private static final String COUNT = "wechat-material:default?operation=getMaterialCount";

    @RegisterExtension
    final Wechat wechat = new Wechat();

    @BeforeEach
    void account() {
        wechat.plainAccount();
    }

    private static <T> T body(Exchange result, Class<T> type) {
        assertThat(result.getException()).isNull();
        assertThat(result.getMessage().getBody()).isInstanceOf(type);
        return type.cast(result.getMessage().getBody());
    }

    private MaterialPage page(Map<String, Object> headers) {
        return body(wechat.upload(LIST, "whatever", headers), MaterialPage.class);
    }

    private void refused(Exchange result, String... words) {
        assertThat(result.getException()).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll(words);
        assertThat(wechat.simulator().journal().entries()).isEmpty();
    }

    @Test
    void theCountHasANumberForEachListOfTheLibrary() {
        wechat.stored(Samples.png());
        wechat.stored(Samples.picture("jpg"), Map.of(WechatMaterialConstants.TYPE, "thumb"));
        wechat.stored(SmallMedia.amr());
        wechat.stored(SmallMedia.mp4());
        wechat.simulator().library(Wechat.APP).addNews(NewsArticle.of("t", "c"));

        Exchange result = wechat.upload(COUNT, "body", Map.of());

        assertThat(body(result, MaterialCount.class)).isEqualTo(new MaterialCount(1, 1, 2, 1));
        assertThat(result.getMessage().getBody(String.class))
                .isEqualTo("{\"voice_count\":1,\"video_count\":1,\"image_count\":2,\"news_count\":1}");
        Map<?, ?> fields = result.getMessage().getBody(Map.class);
        assertThat(fields.get("image_count")).isEqualTo(2);
    }

    @Test
    void theListIsTheNewestFirstWithWhatWechatTells() {
        wechat.stored(Samples.png(500, 1), Map.of(WechatMaterialConstants.FILE_NAME, "骆驼.png"));
        wechat.simulator().clock().forward(Duration.ofSeconds(5));
        long before = wechat.simulator().clock().instant().getEpochSecond();
        String newest = wechat.stored(Samples.png(500, 2), Map.of(WechatMaterialConstants.FILE_NAME, "b.png"));

        MaterialPage page = page(Map.of(WechatMaterialConstants.TYPE, "image"));

        assertThat(page.totalCount()).isEqualTo(2);
        assertThat(page.itemCount()).isEqualTo(2);
        assertThat(page.items()).extracting(MaterialItem::name).containsExactly("b.png", "骆驼.png");
        MaterialItem first = page.items().get(0);
        assertThat(first.mediaId()).isEqualTo(newest);
        assertThat(first.url()).startsWith("http");
        assertThat(first.updateTime()).isBetween(before, wechat.simulator().clock().instant().getEpochSecond());
        assertThat(first.content()).isNull();
    }

    @Test
    void videosAndNewsHaveFieldsOfTheirOwn() {
        wechat.stored(SmallMedia.mp4(), Map.of(WechatMaterialConstants.INTRODUCTION, "about it", "CamelFileName", "walk.mp4"));
        wechat.simulator().library(Wechat.APP).addNews(NewsArticle.of("headline", "<p>text</p>"));

        MaterialItem video = page(Map.of(WechatMaterialConstants.TYPE, "video")).items().get(0);
        MaterialItem news = page(Map.of(WechatMaterialConstants.TYPE, "NEWS")).items().get(0);

        assertThat(video.name()).isEqualTo("walk.mp4");
        assertThat(video.description()).isEqualTo("about it");
        assertThat(video.coverUrl()).isNotNull();
        assertThat(video.url()).isNull();
        assertThat(news.name()).isNull();
        assertThat(news.content().items()).hasSize(1);
        assertThat(news.content().items().get(0).title()).isEqualTo("headline");
        assertThat(news.content().items().get(0).content()).isEqualTo("<p>text</p>");
    }

    @Test
    void aPageConvertsToWechatsOwnJson() {
        wechat.stored(Samples.png());

        Exchange result = wechat.upload(LIST + "&type=image", null, Map.of());

        assertThat(result.getMessage().getBody(String.class))
                .startsWith("{\"total_count\":1,\"item_count\":1,\"item\":[{\"media_id\":\"").doesNotContain("null");
        assertThat(new String(result.getMessage().getBody(byte[].class), StandardCharsets.UTF_8)).contains("\"update_time\":");
    }

    @Test
    void offsetAndCountChooseThePage() {
        for (int i = 0; i < 3; i++) {
            wechat.stored(Samples.png(500, i), Map.of(WechatMaterialConstants.FILE_NAME, i + ".png"));
        }

        assertThat(page(Map.of(WechatMaterialConstants.TYPE, "image", WechatMaterialConstants.OFFSET, 1,
                WechatMaterialConstants.COUNT, "1")).items()).extracting(MaterialItem::name).containsExactly("1.png");
        MaterialPage behindTheEnd
                = page(Map.of(WechatMaterialConstants.TYPE, "image", WechatMaterialConstants.OFFSET, 3));
        assertThat(behindTheEnd.items()).isEmpty();
        assertThat(behindTheEnd.totalCount()).isEqualTo(3);
    }

    @Test
    void aPageHoldsTwentyUnlessLessIsWanted() {
        for (int i = 0; i < 21; i++) {
            wechat.stored(Samples.png(500, i));
        }

        assertThat(page(Map.of(WechatMaterialConstants.TYPE, "image")).items()).hasSize(20);
        assertThat(page(Map.of(WechatMaterialConstants.TYPE, "image", WechatMaterialConstants.COUNT, 20)).items()).hasSize(20);
        assertThat(page(Map.of(WechatMaterialConstants.TYPE, "image", WechatMaterialConstants.OFFSET, 20)).items()).hasSize(1);
    }

    @Test
    void aListThatWechatLeavesOutIsEmpty() {
        assertThat(new MaterialPage(3, 0, null).items()).isEmpty();
        assertThat(new NewsMaterial(null, null, null).items()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "Count,0", "Count,21", "Count,many", "Count,2.5", "Offset,-1", "Offset,2147483648", "Offset,first" })
    void aPageThatWechatDoesNotHaveIsNotAskedFor(String name, String value) {
        refused(wechat.upload(LIST + "&type=image", null, Map.of("CamelWechatMaterial" + name, value)),
                "CamelWechatMaterial" + name, "'" + value + "'", "whole number from ");
    }

    @ParameterizedTest
    @ValueSource(strings = { "auto", "thumb", "picture" })
    void norAListThatItDoesNotHave(String type) {
        refused(wechat.upload(LIST, null, Map.of(WechatMaterialConstants.TYPE, type)),
                "'" + type + "'", "image, voice, video or news",
                type.equals("thumb") ? "thumbs are listed among the images" : "");
    }

    @Test
    void newsCannotBeUploaded() {
        refused(wechat.upload("wechat-material:default?type=news", Samples.png(), Map.of()), "news is for batchGetMaterial");
    }

    @Test
    void deletingLeavesTheMessageAsItIs() {
        String mediaId = wechat.stored(Samples.png());
        String other = wechat.stored(Samples.png());

        Exchange result = wechat.upload(DELETE, "the body", new HashMap<>(
                Map.of(
                        WechatMaterialConstants.MEDIA_ID, mediaId, "feed", "its own")));

        assertThat(result.getException()).isNull();
        assertThat(result.getMessage().getBody()).isEqualTo("the body");
        assertThat(result.getMessage().getHeader("feed")).isEqualTo("its own");
        assertThat(result.getMessage().getHeader(WechatMaterialConstants.MEDIA_ID)).isEqualTo(mediaId);
        assertThat(wechat.simulator().library(Wechat.APP).materials()).extracting(material -> material.mediaId())
                .containsExactly(other);
    }

    @Test
    void whatIsGoneOrInUseCannotBeDeleted() {
        String mediaId = wechat.stored(Samples.png());
        wechat.simulator().library(Wechat.APP).markInUse(mediaId, true);

        WechatApiException inUse = (WechatApiException) wechat
                .upload(DELETE, null, Map.of(WechatMaterialConstants.MEDIA_ID, mediaId)).getException();
        WechatApiException gone = (WechatApiException) wechat
                .upload(DELETE, null, Map.of(WechatMaterialConstants.MEDIA_ID, "no-such-id")).getException();

        assertThat(inUse.getErrcode()).isEqualTo(48005);
        assertThat(inUse.getAdvice()).contains("auto-reply");
        assertThat(gone.getErrcode()).isEqualTo(40007);
        assertThat(gone.getAdvice()).contains("unknown, deleted, temporary");
        assertThat(gone.getOperation()).isEqualTo("delMaterial");
    }

    @ParameterizedTest
    @ValueSource(strings = { "getMaterial", "delMaterial" })
    void withoutAMediaIdNothingIsAskedFor(String operation) {
        String uri = "wechat-material:default?operation=" + operation;
        refused(wechat.upload(uri, "an id in the body is none", Map.of()), operation, "CamelWechatMaterialMediaId");
        refused(wechat.upload(uri, null, Map.of(WechatMaterialConstants.MEDIA_ID, " ")), "CamelWechatMaterialMediaId");
    }

    @Test
    void aHeaderAsksForDeletionOnlyWhereTheEndpointLetsIt() {
        String mediaId = wechat.stored(Samples.png());
        Map<String, Object> headers = Map.of(
                WechatMaterialConstants.OPERATION, WechatMaterialOperations.delMaterial,
                WechatMaterialConstants.MEDIA_ID, mediaId);
        wechat.simulator().journal().clear();

        Exchange refused = wechat.upload("wechat-material:default", null, headers);
        refused(refused, "allowDeleteByHeader=true");
        assertThat(refused.getMessage().getHeaders()).as("what a dead letter tells")
                .containsKey(WechatMaterialConstants.MEDIA_ID);
        assertThat(wechat.simulator().library(Wechat.APP).materials()).hasSize(1);

        assertThat(wechat.upload("wechat-material:default?allowDeleteByHeader=true", null, headers).getException()).isNull();
        assertThat(wechat.simulator().library(Wechat.APP).materials()).isEmpty();
    }

    @Test
    void anEndpointThatDeletesMayBeAskedToByHeaderToo() {
        String mediaId = wechat.stored(Samples.png());

        assertThat(wechat.upload(DELETE, null, Map.of(
                WechatMaterialConstants.OPERATION, "delMaterial", WechatMaterialConstants.MEDIA_ID, mediaId)).getException())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
            "addMaterial,false", "uploadImage,false", "getMaterialCount,false", "batchGetMaterial,false", "checkAccount,false",
            "getMaterial,true", "delMaterial,true" })
    void whatAnEarlierCallLeftStaysOnlyWhereItIsRead(String operation, boolean stays) {
        wechat.simulator().faults().always("/cgi-bin/material/add_material", Fault.errcode(45001));

        Exchange result = wechat.upload("wechat-material:default?operation=" + operation + "&type=image", Samples.png(),
                new HashMap<>(
                        Map.of(WechatMaterialConstants.MEDIA_ID, "an-old-id", WechatMaterialConstants.URL, "http://old")));

        assertThat(result.getMessage().getHeader(WechatMaterialConstants.MEDIA_ID)).isEqualTo(stays ? "an-old-id" : null);
        assertThat(result.getMessage().getHeader(WechatMaterialConstants.URL)).isNotEqualTo("http://old");
    }

    @Test
    void aStaleTokenIsRenewedForTheseOperationsToo() {
        String mediaId = wechat.stored(Samples.png());
        for (String uri : List.of(COUNT, LIST + "&type=image", "wechat-material:default?operation=getMaterial", DELETE)) {
            wechat.simulator().tokens().expire(Wechat.APP);

            assertThat(wechat.upload(uri, null, Map.of(WechatMaterialConstants.MEDIA_ID, mediaId)).getException())
                    .as(uri).isNull();
        }
        assertThat(wechat.tokenCalls()).isEqualTo(5);
    }
}
