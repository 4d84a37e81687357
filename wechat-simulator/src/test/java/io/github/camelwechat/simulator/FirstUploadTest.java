package io.github.camelwechat.simulator;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class FirstUploadTest {

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void aPictureIsStoredAndServed() throws Exception {
        JsonNode token = post("/cgi-bin/stable_token",
                "{\"grant_type\":\"client_credential\",\"appid\":\"wxdemo\",\"secret\":\"secret\"}", "text/plain");
        assertThat(token.path("expires_in").asInt()).isEqualTo(7200);

        JsonNode answer = post("/cgi-bin/material/add_material?type=image&access_token="
                               + token.path("access_token").asText(),
                "--b\r\nContent-Disposition: form-data; name=\"media\"; filename=\"骆驼.gif\"\r\n\r\nGIF89a…\r\n--b--\r\n",
                "multipart/form-data; boundary=b");

        assertThat(answer.path("media_id").asText()).hasSize(64);
        assertThat(wechat.library("wxdemo").materials()).singleElement()
                .satisfies(material -> assertThat(material.name()).isEqualTo("骆驼.gif"));
        HttpResponse<String> picture = client.send(
                HttpRequest.newBuilder(URI.create(answer.path("url").asText())).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(picture.body()).isEqualTo("GIF89a…");
        assertThat(wechat.journal().entries()).hasSize(2);
    }

    private JsonNode post(String path, String body, String contentType) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(wechat.url() + path)).header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        return new ObjectMapper().readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
}
