package io.github.camelwechat.material.wire;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.github.camelwechat.material.WechatMaterialComponent;
import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.UnexpectedAnswerException;
import io.github.camelwechat.material.error.WechatApiException;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Answers whose texts have to say what is wrong, and lose nothing. */
class MisleadingAnswersTest {

    private static final byte[] PICTURE = "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\b\2\0\0\0"
            .getBytes(StandardCharsets.ISO_8859_1);

    private static Exception upload(String options, String answer) throws Exception {
        try (RawServer server = new RawServer(connection -> {
            connection.readRequest();
            connection.lastAnswer(answer);
        }); DefaultCamelContext context = new DefaultCamelContext()) {
            context.addComponent("wechat-material", new WechatMaterialComponent());
            context.start();
            return context.createFluentProducerTemplate().withBody(PICTURE)
                    .to("wechat-material:wx?" + options + "&apiUrl=" + server.url()).send().getException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "type=image", "type=image&validate=false", "operation=uploadImage" })
    void idUnderAnotherNameIsNotLost(String options) throws Exception {
        Exception failure = upload("accessToken=T&" + options, "{\"thumb_media_id\":\"THUMB\"}");

        assertThat(failure).isInstanceOf(UnexpectedAnswerException.class)
                .hasMessageContaining("it has the fields thumb_media_id. getFields() tells their values.");
        assertThat(((UnexpectedAnswerException) failure).getFields()).isEqualTo(Map.of("thumb_media_id", "THUMB"));
        assertThat(((UnexpectedAnswerException) failure).mayHaveTakenEffect()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{'access_token':'A','expires_in':0}|the answer has a token that has expired (expires_in is 0)",
            "{'access_token':'A','expires_in':'0'}|the answer has a token that has expired (expires_in is 0)",
            "{'access_token':'A','expires_in':-1}|the answer has no count as expires_in",
            "{'access_token':'A'}|the answer has no expires_in", "{'expires_in':7200}|the answer has no access_token",
            "{'access_token':'','expires_in':7200}|the answer has no text as access_token" })
    void tokenThatServesNobodyIsToldByItsFault(String answer, String fault) throws Exception {
        Exception failure = upload("secret=S", answer.replace('\'', '"'));

        assertThat(failure).isInstanceOf(NotSentException.class)
                .hasMessageStartingWith("No access token: getStableAccessToken: " + fault);
        assertThat(failure.getMessage()).doesNotContain("'A'", "\"A\"");
    }

    /** A short secret is a word of other texts. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "secret|invalid appsecret, view more at http://t.cn/RAEkdVq|invalid appsecret, view more at http://t.cn/RAEkdVq",
            "app|invalid appsecret|invalid appsecret", "valid|invalid appsecret|invalid appsecret",
            "invalid|invalid appsecret|xxxxxx appsecret", "secret|the secret is wrong|the xxxxxx is wrong" })
    void shortSecretDoesNotGarbleWordsThatContainIt(String secret, String errmsg, String shown) throws Exception {
        Exception failure = upload("secret=" + secret, "{\"errcode\":40125,\"errmsg\":\"" + errmsg + "\"}");

        assertThat(failure).isInstanceOf(WechatApiException.class);
        assertThat(((WechatApiException) failure).getErrmsg()).isEqualTo(shown);
        assertThat(failure).hasMessageContaining("WeChat answered 40125 " + shown)
                .hasMessageContaining("Check appId and secret, of the account or of its platform");
    }

    @Test
    void shortSecretHidesNoNameOfAField() throws Exception {
        Exception failure = upload("secret=media_id", "{\"media_id\":7}");

        assertThat(failure).hasMessageContaining("the answer has no access_token");
    }
}
