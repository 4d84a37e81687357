package io.github.camelwechat.material;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpServer;
import io.github.camelwechat.material.internal.call.WechatInterface;
import io.github.camelwechat.material.internal.platform.Envelope;
import io.github.camelwechat.material.internal.platform.PlatformIdentity;
import io.github.camelwechat.material.internal.platform.PushEvent;
import io.github.camelwechat.material.internal.platform.PushReader;
import io.github.camelwechat.material.internal.platform.PushResult;
import io.github.camelwechat.material.internal.session.AccountSettings;
import io.github.camelwechat.material.internal.session.MerchantSettings;
import io.github.camelwechat.material.internal.session.PlatformSettings;
import io.github.camelwechat.material.internal.token.AccessToken;
import io.github.camelwechat.material.internal.token.Credentials;
import io.github.camelwechat.material.internal.transport.ApiRequest;
import io.github.camelwechat.material.internal.transport.Authorization;
import io.github.camelwechat.material.internal.transport.ProxySettings;
import io.github.camelwechat.material.internal.transport.TransportSettings;
import io.github.camelwechat.simulator.fault.Fault;
import org.apache.camel.Exchange;
import org.apache.camel.spi.UriParam;
import org.apache.camel.util.SensitiveUtils;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** No text that can end up in a log, a trace or a console holds a secret or a token. */
class SecretsInTextTest {

    @RegisterExtension
    final Wechat wechat = new Wechat();

    @Test
    void anEndpointAndItsProducerShowNone() throws Exception {
        WechatMaterialEndpoint endpoint = wechat.endpoint("wechat-material:own?secret=RAW(hid&den)&title=T&credentials=classic"
                                                          + "&proxyHost=p&proxyPort=1&proxyAuthUsername=hidden"
                                                          + "&proxyAuthPassword=RAW(hid&den)");
        WechatMaterialEndpoint fixed = wechat.endpoint("wechat-material:own?accessToken=hidden");

        assertThat(List.of(endpoint.toString(), endpoint.createProducer().toString(), fixed.toString(),
                fixed.createAsyncProducer().toString(), endpoint.getServiceUrl(), String.valueOf(endpoint.getServiceMetadata()),
                String.valueOf(fixed.getServiceMetadata())))
                .noneMatch(text -> text.contains("hid"));
        assertThat(endpoint.toString()).contains("title=T", "credentials=classic", "proxyHost=p", "proxyPort=1");
    }

    @Test
    void norDoWhatHoldsThem() {
        Duration second = Duration.ofSeconds(1);
        TransportSettings proxied = new TransportSettings(
                new ProxySettings("proxy", 3128, new ProxySettings.Login("hidden", "hidden")), null);
        Credentials secret = new Credentials.StableToken("wx1", "hidden");
        Credentials token = new Credentials.FixedToken(null, "hidden");
        WechatMaterialConfiguration configuration = new WechatMaterialConfiguration();
        configuration.setSecret("hidden");
        WechatMaterialAccount account = wechat.account("brand-a", "wx1", "hidden");
        WechatMaterialPlatform platform = new WechatMaterialPlatform();
        platform.setSecret("hidden");
        platform.setSecretKey("hidden");
        PlatformSettings settings = new PlatformSettings(
                new PlatformIdentity("wxplatform", "hidden", "hidden", "hidden"), URI.create("https://a"), 1, proxied, second,
                second, second, "memory", second);
        Envelope envelope = new Envelope("wx1", "hidden", "hidden0123456789hidden0123456789hidden01234");

        assertThat(Stream.of(
                new AccountSettings(
                        secret, URI.create("https://a"), 1, proxied, second, second, second),
                new ApiRequest(
                        WechatInterface.GET_ACCESS_TOKEN,
                        List.of(new BasicNameValuePair("secret", "hidden")), null),
                secret, token, proxied, proxied.proxy(), proxied.proxy().login(),
                new AccountSettings(
                        token, URI.create("https://a"), 1, proxied, second, second, second),
                new AccessToken(Authorization.accessToken("hidden", true), Instant.MAX, Instant.MAX), Authorization.NONE,
                Authorization.cloudbaseAccessToken("hidden", "wxm"), configuration, account, platform, settings,
                settings.identity(), new MerchantSettings(settings, "wxm"),
                envelope, new PushReader(envelope, second, Clock.systemUTC()),
                new PushResult.Accepted(new PushEvent.Ticket(Instant.EPOCH, "hidden")),
                new PushResult.Accepted(new PushEvent.Authorized("authorized", Instant.EPOCH, "wx1", "hidden", null)),
                wechat.endpoint("wechat-material:brand-a").session()))
                .extracting(String::valueOf).noneMatch(text -> text.contains("hidden"));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(Wechat.ADD_MATERIAL, Fault.errcode(45009)), arguments(Wechat.ADD_MATERIAL, Fault.errcode(40001)),
                arguments(Wechat.ADD_MATERIAL, Fault.status(502)), arguments(Wechat.ADD_MATERIAL, Fault.status(200)),
                arguments(Wechat.ADD_MATERIAL, Fault.resetBeforeBody()), arguments(Wechat.ADD_MATERIAL, Fault.answerLost()),
                arguments(Wechat.STABLE_TOKEN, Fault.errcode(40164)), arguments(Wechat.STABLE_TOKEN, Fault.errcode(-1)),
                arguments(Wechat.STABLE_TOKEN, Fault.status(502)), arguments(Wechat.STABLE_TOKEN, Fault.status(200)),
                arguments(Wechat.STABLE_TOKEN, Fault.resetBeforeBody()), arguments(Wechat.STABLE_TOKEN, Fault.answerLost()));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void norDoesAFailureOrAnyOfItsCauses(String path, Fault fault) {
        wechat.plainAccount();
        wechat.simulator().faults().always(path, fault);

        String failure = failure(wechat.upload(Samples.png(1 << 20, 1)));
        assertThat(failure).doesNotContain(Wechat.SECRET).doesNotContain("access_token=");
        assertThat(wechat.simulator().tokens().valid(Wechat.APP)).noneMatch(failure::contains);
    }

    @Test
    void norDoesATimeOut() {
        wechat.plainAccount().setResponseTimeout(300L);
        wechat.simulator().faults().hold(Wechat.ADD_MATERIAL);

        String failure = failure(wechat.upload(Samples.png()));
        assertThat(failure).doesNotContain(Wechat.SECRET).doesNotContain("access_token=");
        assertThat(wechat.simulator().tokens().valid(Wechat.APP)).isNotEmpty().noneMatch(failure::contains);
    }

    @Test
    void norDoesAnErrmsgThatRepeatsThem() throws Exception {
        HttpServer api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext("/", call -> {
            byte[] body = call.getRequestBody().readAllBytes();
            String repeated = body.length < 1000
                    ? new String(body, StandardCharsets.UTF_8).replace("\"", "'") : call.getRequestURI().getQuery();
            byte[] answer = ("{\"errcode\":40013,\"errmsg\":\"you sent " + repeated + "\"}").getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(200, answer.length);
            call.getResponseBody().write(answer);
            call.close();
        });
        api.start();
        try {
            wechat.configuration().setApiUrl("http://127.0.0.1:" + api.getAddress().getPort());
            byte[] png = Samples.png(2000, 1);
            Exchange secret = wechat.upload("wechat-material:wx1?secret=hidden-secret", png, Map.of());
            Exchange token = wechat.upload("wechat-material:wx1?accessToken=hidden-token", png, Map.of());

            assertThat(failure(secret)).contains("you sent", "'appid':'wx1'").doesNotContain("hidden");
            assertThat(failure(token)).contains("you sent", "type=image").doesNotContain("hidden");
        } finally {
            api.stop(0);
        }
    }

    private static String failure(Exchange result) {
        assertThat(result.getException()).isNotNull();
        return Throwables.getStackTrace(result.getException());
    }

    @Test
    void theOptionsThatHoldThemAreNamedSoThatCamelHidesThem() {
        assertThat(Stream.of(WechatMaterialConnection.class, WechatMaterialAccount.class, WechatMaterialPlatform.class)
                .flatMap(type -> Stream.of(type.getDeclaredFields()))
                .filter(field -> field.isAnnotationPresent(UriParam.class)
                        && field.getAnnotation(UriParam.class).secret()))
                .extracting("name").containsExactlyInAnyOrder("secret", "accessToken", "proxyAuthUsername", "proxyAuthPassword",
                        "secret", "token", "secretKey")
                .allMatch(name -> SensitiveUtils.containsSensitive((String) name));
    }
}
