package io.github.camelwechat.simulator;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.simulator.rule.WhitelistScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static io.github.camelwechat.simulator.ApiClient.BATCHGET;
import static io.github.camelwechat.simulator.ApiClient.STABLE_TOKEN;
import static io.github.camelwechat.simulator.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What can be switched. */
@Timeout(60)
class SwitchesTest extends SimulatorTest {

    private static final String DESCRIPTION = "{\"title\":\"A title\",\"introduction\":\"i\"}";

    @Test
    void aVideoIsListedByItsFileNameOrItsTitle() {
        client.upload(token, "video", "a.mp4", Samples.film("isom"), DESCRIPTION);
        client.upload(token, "image", "a.png", Samples.picture("png"), null);

        assertThat(page("video").findValuesAsText("name")).containsExactly("a.mp4");
        wechat.switches().videosListedByTitle(true);
        assertThat(page("video").findValuesAsText("name")).containsExactly("A title");
        assertThat(page("image").findValuesAsText("name")).containsExactly("a.png");
    }

    @Test
    void newMaterialsAreListedLater() {
        client.upload(token, "image", "old.png", Samples.picture("png"), null);
        wechat.switches().listDelay(Duration.ofSeconds(30));
        forward(Duration.ofSeconds(29));
        client.upload(token, "image", "new.png", Samples.picture("png"), null);

        assertThat(page("image").path("total_count").asInt()).isZero();
        forward(Duration.ofSeconds(1));
        assertThat(page("image").findValuesAsText("name")).containsExactly("old.png");
        assertThat(json(count()).path("image_count").asInt()).isEqualTo(1);
        forward(Duration.ofSeconds(29));
        assertThat(page("image").findValuesAsText("name")).containsExactly("new.png", "old.png");
        assertThat(json(count()).path("image_count").asInt()).isEqualTo(2);
    }

    @Test
    void plainHttpIsRefusedWhereHttpsIsRequired() {
        wechat.switches().httpsRequired(true);

        assertThat(errcode()).isEqualTo(43003);
        assertThat(errcode(client.stableToken(false))).isEqualTo(43003);
        assertThat(errcode(json(client.get(STABLE_TOKEN)))).isEqualTo(43003);
        assertThat(errcode(json(client.get("/cgi-bin/nothing")))).isEqualTo(40066);
        assertThat(client.get(CONTROL).statusCode()).isEqualTo(200);
        wechat.switches().httpsRequired(false);
        assertThat(errcode()).isZero();
    }

    @Test
    void videosAreAnsweredLaterButStoredAtOnce() {
        wechat.switches().videoDelay(Duration.ofDays(1));

        CompletableFuture<?> video = client.uploadAsync(token, "video", "a.mp4", Samples.film("isom"), DESCRIPTION);
        while (wechat.library("wxdemo").materials().isEmpty()) {
            Thread.onSpinWait();
        }

        assertThat(upload().join().statusCode()).isEqualTo(200);
        assertThat(video).isNotDone();
        wechat.switches().videoDelay(Duration.ZERO);
        assertThat(client.upload(token, "video", "b.mp4", Samples.film("isom"), DESCRIPTION).has("media_id")).isTrue();
        assertThat(page("video").findValuesAsText("name")).contains("a.mp4");
        video.cancel(true);
    }

    @Test
    void theCommandSetsWhatItNames() {
        assertThat(json(client.get(CONTROL + "/switches"))).isEqualTo(
                json("""
                        {"videos_listed_by_title":false,"list_delay_seconds":0,"https_required":false,"video_delay_millis":0,
                        "whitelist_scope":"all","foreign_backgrounds_kept":false,"push_attempts":3,"push_timeout_millis":5000,"plain_pushes":false,
                        "code_expiry_as_duration":false,"authorization_codes_reusable":false,
                        "renewals_without_refresh_token":false,"refresh_token_changes_on_renewal":false,
                        "component_token_expiry_42006":false}"""));

        command("/switches", "{\"videos_listed_by_title\":true,\"video_delay_millis\":6000}");
        command("/switches", "{\"push_attempts\":1,\"push_timeout_millis\":200,\"plain_pushes\":true,"
                             + "\"code_expiry_as_duration\":true,\"authorization_codes_reusable\":true}");
        command("/switches", "{\"renewals_without_refresh_token\":true,\"refresh_token_changes_on_renewal\":true,"
                             + "\"component_token_expiry_42006\":true}");
        JsonNode all = command("/switches", "{\"list_delay_seconds\":3,\"https_required\":true,\"whitelist_scope\":\"token\","
                                            + "\"foreign_backgrounds_kept\":true}");

        assertThat(all).isEqualTo(
                json("""
                        {"videos_listed_by_title":true,"list_delay_seconds":3,"https_required":true,"video_delay_millis":6000,
                        "whitelist_scope":"token","foreign_backgrounds_kept":true,"push_attempts":1,"push_timeout_millis":200,"plain_pushes":true,
                        "code_expiry_as_duration":true,"authorization_codes_reusable":true,
                        "renewals_without_refresh_token":true,"refresh_token_changes_on_renewal":true,
                        "component_token_expiry_42006":true}"""));
        assertThat(wechat.switches().videoDelay()).isEqualTo(Duration.ofSeconds(6));
        client.post(CONTROL + "/reset", "");
        assertThat(wechat.switches().httpsRequired()).isFalse();
        assertThat(wechat.switches().listDelay()).isZero();
        assertThat(wechat.switches().whitelistScope()).isEqualTo(WhitelistScope.ALL);
        assertThat(wechat.switches().foreignBackgroundsKept()).isFalse();
        assertThat(wechat.switches().platform().pushAttempts()).isEqualTo(3);
        assertThat(wechat.switches().platform().pushTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(wechat.switches().platform().plainPushes()).isFalse();
        assertThat(wechat.switches().platform().componentTokenExpiry42006()).isFalse();
    }

    @Test
    void mistakesChangeNothing() {
        assertThat(command("/switches", "{\"https_required\":true,\"list_delay_seconds\":-1}").path("error").asText())
                .isEqualTo("list_delay_seconds cannot be negative: -1");
        assertThat(command("/switches", "{\"https_required\":true,\"whitelist_scope\":\"some\"}").path("error").asText())
                .isEqualTo("No white list scope 'some'; there are all, token");
        assertThat(command("/switches", "{\"https_required\":true,\"push_attempts\":0}").path("error").asText())
                .isEqualTo("push_attempts must be positive, not 0");
        assertThat(command("/switches", "{\"https_requierd\":true}").path("error").asText()).contains("https_requierd");
        assertThat(wechat.switches().httpsRequired()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> wechat.switches().videoDelay(Duration.ofMillis(-1)))
                .withMessageContaining("-1 ms");
    }

    private JsonNode page(String type) {
        return call(BATCHGET, "{\"type\":\"" + type + "\",\"offset\":0,\"count\":20}");
    }
}
