package io.github.camelwechat.simulator;

import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.camelwechat.simulator.ApiClient.BATCHGET;
import static io.github.camelwechat.simulator.ApiClient.COUNT;
import static io.github.camelwechat.simulator.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;

/** The library as get_materialcount and batchget_material show it. */
class ListsTest extends SimulatorTest {

    @Test
    void eachTypeIsCounted() {
        uploadOneOfEach();

        assertThat(json(client.get(COUNT + "?access_token=" + token))).isEqualTo(
                json("{\"voice_count\":1,\"video_count\":1,\"image_count\":2,\"news_count\":0}"));
    }

    @Test
    void theLatestComesFirst() {
        client.upload(token, "image", "1.png", Samples.picture("png"), null);
        client.upload(token, "image", "2.png", Samples.picture("png"), null);
        wechat.clock().forward(Duration.ofSeconds(5));
        client.upload(token, "image", "3.png", Samples.picture("png"), null);

        JsonNode all = page("image", 0, 20);
        assertThat(all.findValuesAsText("name")).containsExactly("3.png", "2.png", "1.png");
        assertThat(all.path("total_count").asInt()).isEqualTo(3);
        JsonNode second = page("image", 1, 1);
        assertThat(second.findValuesAsText("name")).containsExactly("2.png");
        assertThat(second.path("item_count").asInt()).isEqualTo(1);
        assertThat(second.path("total_count").asInt()).isEqualTo(3);
    }

    @Test
    void itemsHaveTheFieldsOfTheirType() {
        uploadOneOfEach();

        JsonNode picture = page("image", 1, 1).path("item").path(0);
        assertThat(picture.fieldNames()).toIterable()
                .containsExactly("media_id", "name", "update_time", "url", "tags");
        assertThat(client.bytes(picture.path("url").asText())).isEqualTo(Samples.picture("png"));
        assertThat(page("voice", 0, 1).path("item").path(0).fieldNames()).toIterable()
                .containsExactly("media_id", "name", "update_time", "tags");
        JsonNode video = page("video", 0, 1).path("item").path(0);
        assertThat(video.fieldNames()).toIterable()
                .containsExactly("media_id", "name", "update_time", "description", "cover_url", "tags");
        assertThat(video.path("description").asText()).isEqualTo("i");
    }

    @Test
    void thumbsAreListedAsPictures() {
        uploadOneOfEach();

        assertThat(page("image", 0, 20).findValuesAsText("name")).containsExactly("thumb.jpg", "a.png");
    }

    @Test
    void pastTheEndIsAnEmptyPage() {
        uploadOneOfEach();

        assertThat(page("voice", 7, 20)).isEqualTo(json("{\"item\":[],\"total_count\":1,\"item_count\":0}"));
        assertThat(page("news", 0, 20)).isEqualTo(json("{\"item\":[],\"total_count\":0,\"item_count\":0}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"type\":\"thumb\",\"offset\":0,\"count\":20}|40004",
            "{\"type\":\"Image\",\"offset\":0,\"count\":20}|40004",
            "{\"offset\":0,\"count\":20}|40004",
            "{\"type\":\"image\",\"offset\":0,\"count\":21}|40097",
            "{\"type\":\"image\",\"offset\":0,\"count\":0}|40097",
            "{\"type\":\"image\",\"offset\":0,\"count\":\"20\"}|40097",
            "{\"type\":\"image\",\"offset\":0}|40097",
            "{\"type\":\"image\",\"offset\":-1,\"count\":1}|40097",
            "type=image|47001",
            "[]|47001" })
    void badRequestsAreRefused(String body, int errcode) {
        assertThat(json(client.post(BATCHGET + "?access_token=" + token, body)).path("errcode").asInt())
                .isEqualTo(errcode);
    }

    @Test
    void theMethodsAreTheRightOnes() {
        assertThat(json(client.get(BATCHGET + "?access_token=" + token)).path("errcode").asInt()).isEqualTo(43002);
        assertThat(json(client.post(COUNT + "?access_token=" + token, "{}")).path("errcode").asInt()).isEqualTo(43001);
    }

    private void uploadOneOfEach() {
        client.upload(token, "image", "a.png", Samples.picture("png"), null);
        client.upload(token, "thumb", "thumb.jpg", Samples.picture("jpg"), null);
        client.upload(token, "voice", "a.wav", Samples.wav(), null);
        client.upload(token, "video", "a.mp4", Samples.film("isom"), "{\"title\":\"t\",\"introduction\":\"i\"}");
    }

    private JsonNode page(String type, int offset, int count) {
        return json(client.post(BATCHGET + "?access_token=" + token,
                "{\"type\":\"" + type + "\",\"offset\":" + offset + ",\"count\":" + count + "}"));
    }
}
