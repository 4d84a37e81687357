package io.github.camelwechat.docs;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.camelwechat.material.WechatMaterialAccount;
import io.github.camelwechat.material.WechatMaterialComponent;
import io.github.camelwechat.material.WechatMaterialPlatform;
import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.error.WechatMaterialException;
import io.github.camelwechat.material.result.AuthorizationInfo;
import io.github.camelwechat.material.result.AuthorizerPage;
import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.WechatSimulatorExtension;
import io.github.camelwechat.simulator.platform.Platform;
import io.github.camelwechat.simulator.push.Push;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.main.Main;
import org.apache.camel.support.processor.PredicateValidationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The application of the manual's page on platforms, from the first ticket to the uploads, and what the page says of
 * it.
 */
class PlatformPageTest {

    private static final Page PAGE = Page.read("docs/platform.md");
    /** The aliased one. */
    private static final String SHOP = "wx0123456789abcdef";
    private static final String OTHER = "wxfedcba9876543210";
    private static final String ADD_MATERIAL = "/cgi-bin/material/add_material";
    private static final String GET_INFO = "/cgi-bin/component/api_get_authorizer_info";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @RegisterExtension
    static final WechatSimulatorExtension SIMULATOR = new WechatSimulatorExtension(
            WechatSimulator.builder().app(SHOP, "shop-secret").app(OTHER, "other-secret")
                    .platform("wxplatform", "platform-secret").platform("wxplatform", settings -> settings
                            .messageToken(System.getenv("PLATFORM_TOKEN"))
                            .encodingAesKey(System.getenv("PLATFORM_SECRET_KEY"))));

    private final Platform wechat = SIMULATOR.platform("wxplatform");
    private Main main = new Main();
    private String server;

    @BeforeEach
    void forgetWhatWasBefore() {
        wechat.forget();
    }

    @AfterEach
    void stop() {
        main.stop();
    }

    private void start(RouteBuilder routes) throws IOException {
        main.configure().addRoutesBuilder(routes);
        start("classpath:accounts/platform.properties,classpath:platform/server.properties");
    }

    /** With what of the page is not for a test: a folder of this machine, a fixed port, and WeChat. */
    private void start(String properties) throws IOException {
        int port = freePort();
        server = "http://127.0.0.1:" + port;
        main.setPropertyPlaceholderLocations(properties);
        main.addOverrideProperty("camel.component.wechat-material.platforms[my-platform].store", "memory");
        main.addOverrideProperty("camel.server.port", String.valueOf(port));
        main.addInitialProperty("camel.component.wechat-material.api-url", SIMULATOR.url());
        main.start();
        wechat.callbackUrl(server + "/wechat/push");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void restart() throws IOException {
        main.stop();
        main = new Main();
        start(new MerchantRoutes());
    }

    private static void delivered(Push push) throws InterruptedException {
        assertThat(Objects.requireNonNull(push).awaitEnd(PATIENCE)).isEqualTo(Push.State.DELIVERED);
    }

    private void pushTicket() throws InterruptedException {
        delivered(wechat.tickets().push());
    }

    private void authorize(String merchant) throws InterruptedException {
        delivered(wechat.merchants().authorize(merchant).push());
    }

    private Exchange send(String endpoint, Object body, String... header) {
        var message = main.getCamelContext().createFluentProducerTemplate().to(endpoint).withBody(body);
        for (int i = 0; i < header.length; i += 2) {
            message.withHeader(header[i], header[i + 1]);
        }
        return message.send();
    }

    private Exchange upload(String merchant) {
        return send("direct:merchant", Pictures.png(), "CamelWechatMaterialMerchant", merchant);
    }

    private void assertThatItUploads(String endpoint, String merchant, String... header) {
        int before = stored(merchant);

        assertThat(send(endpoint, Pictures.png(), header).getException()).isNull();
        assertThat(stored(merchant)).isEqualTo(before + 1);
    }

    private static int stored(String merchant) {
        return SIMULATOR.library(merchant).materials().size();
    }

    private static int uploads() {
        return SIMULATOR.journal().count(ADD_MATERIAL);
    }

    @Test
    void applicationInJavaGoesFromTheFirstTicketToUploads() throws Exception {
        start(new MerchantRoutes());
        assertThatTheApplicationWorks();
    }

    @Test
    void applicationInYamlDoesTheSame() throws Exception {
        main.configure().setRoutesIncludePattern("classpath:platform/merchants.yaml");
        start("classpath:accounts/platform.properties,classpath:platform/server.properties");
        assertThatTheApplicationWorks();
    }

    private void assertThatTheApplicationWorks() throws Exception {
        assertThat(send("direct:start", "").getException()).isNull();
        await().atMost(PATIENCE).until(() -> wechat.pushes().all().stream()
                .anyMatch(push -> push.state() == Push.State.DELIVERED));

        assertThat(send("direct:link", "").getMessage().getBody(String.class))
                .startsWith("https://").contains("redirect_uri=https%3A%2F%2Fexample.com%2Fwechat%2Fauthorized", "auth_type=1");
        HttpResponse<String> page = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(server + "/wechat/authorized?auth_code=a&expires_in=600")).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(page.body()).startsWith("Thank you");
        assertThat(page.headers().map()).doesNotContainKey("auth_code");

        authorize(SHOP);
        authorize(OTHER);
        assertThatItUploads("direct:shop", SHOP);
        assertThatItUploads("direct:merchant", OTHER, "CamelWechatMaterialMerchant", OTHER);
    }

    @Test
    void platformMadeInJavaWorks() throws Exception {
        int port = freePort();
        main.setPropertyPlaceholderLocations("classpath:platform/server.properties");
        main.addOverrideProperty("camel.server.port", String.valueOf(port));
        main.configure().addRoutesBuilder(new MerchantRoutes());
        main.init();
        WechatMaterialPlatform platform = new WechatMaterialPlatform();
        platform.setAppId(System.getenv("PLATFORM_APP_ID"));
        platform.setSecret(System.getenv("PLATFORM_SECRET"));
        platform.setToken(System.getenv("PLATFORM_TOKEN"));
        platform.setSecretKey(System.getenv("PLATFORM_SECRET_KEY"));
        platform.setStore("file:/var/lib/wechat-platform");

        WechatMaterialAccount shop = new WechatMaterialAccount();
        shop.setPlatform("my-platform");
        shop.setAppId(System.getenv("SHOP_APP_ID"));

        WechatMaterialComponent component
                = main.getCamelContext().getComponent("wechat-material", WechatMaterialComponent.class);
        component.getPlatforms().put("my-platform", platform);
        component.getAccounts().put("shop", shop);
        component.setAllowUriAccounts(false);
        platform.setStore("memory");
        platform.setApiUrl(SIMULATOR.url());
        main.start();
        wechat.callbackUrl("http://127.0.0.1:" + port + "/wechat/push");

        pushTicket();
        authorize(SHOP);
        assertThatItUploads("direct:shop", SHOP);
    }

    @Test
    void merchantInTheUriIsCheckedFirst() throws Exception {
        main.addOverrideProperty("camel.component.wechat-material.allow-uri-accounts", "true");
        main.configure().addRoutesBuilder(new MerchantInUriRoute());
        start(new MerchantRoutes());
        pushTicket();
        authorize(OTHER);

        assertThatItUploads("direct:merchant-in-uri", OTHER, "merchant", OTHER);
        assertThat(send("direct:merchant-in-uri", Pictures.png(), "merchant", OTHER + "?apiUrl=http://evil.example")
                .getException()).isInstanceOf(PredicateValidationException.class);
    }

    @Test
    void merchantInTheUriIsAnErrorWithoutUriAccounts() throws Exception {
        main.configure().addRoutesBuilder(new MerchantInUriRoute());
        start(new MerchantRoutes());

        assertThat(send("direct:merchant-in-uri", Pictures.png(), "merchant", OTHER).getException()).rootCause()
                .hasMessageContaining("allowUriAccounts=false");
    }

    @Test
    void codeOfTheRedirectServesWhereThereIsNoPush() throws Exception {
        start(new MerchantRoutes());
        pushTicket();
        wechat.callbackUrl(null);
        String code = wechat.merchants().authorize(OTHER).authCode();
        String queryAuth = "wechat-material-platform:my-platform?operation=queryAuth";

        Exchange redeemed = send(queryAuth, "", "CamelWechatMaterialAuthCode", code);

        assertThat(redeemed.getMessage().getBody(AuthorizationInfo.class).permissionSets()).contains(11);
        assertThatItUploads("direct:merchant", OTHER, "CamelWechatMaterialMerchant", OTHER);
        assertErrcode(send(queryAuth, "", "CamelWechatMaterialAuthCode", code), 61009, false);
    }

    private static void assertErrcode(Exchange exchange, int errcode, boolean retryable) {
        assertThat(exchange.getException(WechatApiException.class)).isNotNull().satisfies(failure -> {
            assertThat(failure.getErrcode()).isEqualTo(errcode);
            assertThat(failure.isRetryable()).isEqualTo(retryable);
        });
    }

    private static void assertNotSent(Exchange exchange, String message) {
        assertThat((Throwable) exchange.getException()).isInstanceOf(NotSentException.class).hasMessageContaining(message);
        assertThat(exchange.getException(WechatMaterialException.class).isRetryable()).isTrue();
    }

    @Test
    void withoutTicketNothingIsSent() throws Exception {
        start(new MerchantRoutes());

        assertNotSent(send("direct:shop", Pictures.png()), "has no component_verify_ticket yet");
        assertThat(SIMULATOR.journal().entries()).isEmpty();
    }

    @Test
    void merchantThatIsNotKnownIsAnError() throws Exception {
        start(new MerchantRoutes());
        pushTicket();

        assertErrcode(send("direct:shop", Pictures.png()), 61003, false);
        assertThat(upload(OTHER).getException()).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(OTHER);
        assertThat(uploads()).isZero();
    }

    @Test
    void merchantWithoutThePermissionSetIsRefused() throws Exception {
        start(new MerchantRoutes());
        pushTicket();
        delivered(wechat.merchants().authorize(SHOP, List.of(7), null).push());

        assertErrcode(send("direct:shop", Pictures.png()), 61007, false);
    }

    @Test
    void merchantThatHasWithdrawnFailsWithoutACallUntilItAuthorizesAnew() throws Exception {
        start(new MerchantRoutes());
        pushTicket();
        authorize(SHOP);
        assertThatItUploads("direct:shop", SHOP);
        // events of one second have no order
        SIMULATOR.clock().forward(Duration.ofSeconds(2));
        delivered(wechat.merchants().withdraw(SHOP));
        int calls = SIMULATOR.journal().entries().size();

        assertErrcode(send("direct:shop", Pictures.png()), 61003, false);
        assertErrcode(upload(SHOP), 61003, false);
        assertThat(SIMULATOR.journal().entries()).hasSize(calls);

        SIMULATOR.clock().forward(Duration.ofSeconds(2));
        authorize(SHOP);
        assertThatItUploads("direct:shop", SHOP);
    }

    @Test
    void merchantsAreBackAfterTheListWhereMemoryIsTheStore() throws Exception {
        start(new MerchantRoutes());
        pushTicket();
        authorize(SHOP);
        authorize(OTHER);
        assertThatItUploads("direct:shop", SHOP);
        assertThatItUploads("direct:merchant", OTHER, "CamelWechatMaterialMerchant", OTHER);

        restart();
        assertNotSent(send("direct:shop", Pictures.png()), "has no component_verify_ticket yet");
        pushTicket();
        assertThatItUploads("direct:shop", SHOP);
        assertThat(SIMULATOR.journal().count(GET_INFO)).isEqualTo(1);
        assertThat(upload(OTHER).getException()).isInstanceOf(IllegalArgumentException.class);

        AuthorizerPage list = send("wechat-material-platform:my-platform?operation=getAuthorizerList", "")
                .getMessage().getBody(AuthorizerPage.class);

        assertThat(list.totalCount()).isEqualTo(2);
        assertThatItUploads("direct:merchant", OTHER, "CamelWechatMaterialMerchant", OTHER);
    }

    @Test
    void pushWithThePreviousKeyIsTaken() throws Exception {
        String previous = System.getenv("PLATFORM_SECRET_KEY");
        main.addOverrideProperty("camel.component.wechat-material.platforms[my-platform].secret-key",
                "0123456789abcdefghijklmnopqrstuvwxyzABCDEFE," + previous);
        start(new MerchantRoutes());

        pushTicket();
        wechat.encodingAesKey("0123456789abcdefghijklmnopqrstuvwxyzABCDEFE");
        pushTicket();
    }

    @Test
    void platformHasOneHealthCheckThatCallsNobody() throws Exception {
        main.addInitialProperty("camel.health.exposure-level", "full");
        main.addInitialProperty("camel.health.producers-enabled", "true");
        start(new MerchantRoutes());

        assertThat(health().getState()).isEqualTo(HealthCheck.State.DOWN);
        pushTicket();
        authorize(SHOP);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(health().getState()).isEqualTo(HealthCheck.State.UP));
        int calls = SIMULATOR.journal().entries().size();
        assertThat(health().getDetails()).containsEntry("appId", "wxplatform");
        assertThat(SIMULATOR.journal().entries()).hasSize(calls);
    }

    private HealthCheck.Result health() {
        String id = "producer:wechat-material-platform-APPID";
        assertThat(PAGE.prose()).anyMatch(line -> line.contains("`" + id + "`"));
        List<HealthCheck.Result> ofAccounts = HealthCheckHelper.invoke(main.getCamelContext()).stream()
                .filter(result -> result.getCheck().getId().startsWith("producer:wechat")).toList();
        assertThat(ofAccounts).extracting(result -> result.getCheck().getId())
                .containsExactly(id.replace("APPID", "wxplatform"));
        assertThat(HealthCheckHelper.invokeReadiness(main.getCamelContext()))
                .extracting(result -> result.getCheck().getId()).doesNotContain(id.replace("APPID", "wxplatform"));
        return ofAccounts.get(0);
    }

    private static Stream<String> code(String line) {
        return Pattern.compile("`([^`]+)`").matcher(line).results().map(match -> match.group(1));
    }

    static Stream<String> consumers() {
        return Pattern.compile("[A-Z_]+\\(\"([^\"]+)\"\\)")
                .matcher(Repository.read("pushes/src/test/java/io/github/camelwechat/pushes/HttpConsumer.java")).results()
                .map((MatchResult match) -> match.group(1));
    }

    @ParameterizedTest
    @MethodSource("consumers")
    void tableHasEachConsumerWithTheOptionsThatAreTested(String uri) {
        String scheme = uri.replaceFirst(":.*", ":");
        String options = uri.contains("?") ? uri.substring(uri.indexOf('?')) : "";

        assertThat(PAGE.lines()).anySatisfy(line -> assertThat(code(line)).anyMatch(
                code -> code.startsWith(scheme) && (options.isEmpty() ? !code.contains("?") : code.endsWith(options))));
    }
}
