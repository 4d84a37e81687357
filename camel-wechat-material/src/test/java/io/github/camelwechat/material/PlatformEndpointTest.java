package io.github.camelwechat.material;

import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The second scheme: which platform, which operation, and what goes with it. */
class PlatformEndpointTest {

    private static final String URI = "wechat-material-platform:my-platform";
    private static final String LINKS = URI + "?operation=createPreAuthCode&redirectUri=";

    @RegisterExtension
    final Wechat wechat = new Wechat();

    @BeforeEach
    void platform() {
        wechat.platform("my-platform");
    }

    private WechatMaterialPlatformEndpoint endpoint(String uri) {
        return wechat.context().getEndpoint(uri, WechatMaterialPlatformEndpoint.class);
    }

    private void assertRefused(String uri, String... parts) {
        assertThatThrownBy(() -> endpoint(uri)).isInstanceOf(ResolveEndpointFailedException.class)
                .rootCause().isInstanceOf(IllegalArgumentException.class).message().contains(parts);
    }

    @Test
    void everyOptionIsSetByTheUri() {
        WechatMaterialPlatformEndpoint endpoint
                = endpoint(LINKS + "RAW(https://example.com/done?a=b&c=d)&authType=3&bizAppId=wxshop&synchronous=true"
                           + "&lazyStartProducer=true");

        assertThat(endpoint.getPlatform()).isEqualTo("my-platform");
        assertThat(endpoint.getOperation()).isEqualTo(WechatMaterialPlatformOperations.createPreAuthCode);
        assertThat(endpoint.getRedirectUri()).isEqualTo("https://example.com/done?a=b&c=d");
        assertThat(endpoint.getAuthType()).isEqualTo(3);
        assertThat(endpoint.getBizAppId()).isEqualTo("wxshop");
        assertThat(endpoint.isSynchronous()).isTrue();
        assertThat(endpoint.isLazyStartProducer()).isTrue();
        assertThat(endpoint.getServiceUrl()).isEqualTo(wechat.simulator().url());
        assertThat(endpoint.getServiceProtocol()).isEqualTo("http");
        assertThat(endpoint.getServiceMetadata()).containsEntry("appId", Wechat.PLATFORM_APP).hasSize(1);
        assertThat(endpoint(URI).getOperation()).isEqualTo(WechatMaterialPlatformOperations.receive);
    }

    @Test
    void unknownPlatformIsRefusedWithTheKnownOnes() {
        assertRefused("wechat-material-platform:other", "'other'", "my-platform");
    }

    @ParameterizedTest
    @CsvSource({
            "operation=recieve,recieve", "operatoin=receive,operatoin", "secret=x,secret", "token=x,token", "apiUrl=x,apiUrl",
            "materialComponent=#x,materialComponent", "settings=#x,settings" })
    void unknownOptionIsRefused(String option, String named) {
        assertThatThrownBy(() -> endpoint(URI + "?" + option)).isInstanceOf(ResolveEndpointFailedException.class)
                .hasStackTraceContaining(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "component.materialComponent=#evil", "component.materialComponent.configuration.apiUrl=https://evil.example",
            "component[materialComponent]=#evil", "camelContext.name=evil" })
    void nestedNameIsRefused(String option) {
        assertRefused(URI + "?" + option, option.substring(0, option.indexOf('=')));
    }

    @Test
    void linksNeedAnAddress() {
        assertRefused(URI + "?operation=createPreAuthCode", "redirectUri");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "example.com/done", "/done", "ftp://example.com/", "https:///done", "https://example.com/a b",
            "https://example.com/done#there", "https://example.com/$%7Bheader.a%7D%zz", "javascript:alert(1)" })
    void linksNeedAWholeAddress(String address) {
        assertRefused(LINKS + "RAW(" + address + ")", "redirectUri", address);
    }

    @ParameterizedTest
    @CsvSource({ "authType=0,authType is 0", "authType=-1,authType is -1", "bizAppId=wx/shop,bizAppId is 'wx/shop'" })
    void linksNeedFitOptions(String option, String message) {
        assertRefused(LINKS + "https://example.com/&" + option, message);
    }

    @ParameterizedTest
    @CsvSource({ "redirectUri=https://example.com/,redirectUri", "authType=2,authType", "bizAppId=wxshop,bizAppId" })
    void optionOfAnotherOperationIsRefused(String option, String named) {
        assertRefused(URI + "?" + option, named, "receive", "createPreAuthCode");
        assertRefused(URI + "?operation=queryAuth&" + option, named, "queryAuth");
    }

    @Test
    void routeCannotBeginWithIt() {
        RouteBuilder route = new RouteBuilder() {
            @Override
            public void configure() {
                from(URI).to("mock:none");
            }
        };

        assertThatThrownBy(() -> wechat.context().addRoutes(route)).hasStackTraceContaining("platform-http:/");
    }

    @ParameterizedTest
    @CsvSource({
            "queryAuth,CamelWechatMaterialAuthCode", "getAuthorizerInfo,CamelWechatMaterialMerchant" })
    void missingHeaderIsNamed(String operation, String header) {
        Exchange exchange = wechat.send(
                URI + "?operation=" + operation,
                sent -> sent.getMessage().setHeader(WechatMaterialConstants.OPERATION, "receive"));

        assertThat(exchange.getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(operation + " needs the header " + header);
    }

    @ParameterizedTest
    @CsvSource({
            "getAuthorizerInfo,CamelWechatMaterialMerchant,wxM?apiUrl=http://evil",
            "getAuthorizerList,CamelWechatMaterialOffset,-1", "getAuthorizerList,CamelWechatMaterialCount,0",
            "getAuthorizerList,CamelWechatMaterialCount,501", "getAuthorizerList,CamelWechatMaterialCount,many" })
    void unfitHeaderIsNamed(String operation, String header, String value) {
        Exchange exchange = wechat.send(
                URI + "?operation=" + operation, sent -> sent.getMessage().setHeader(header, value));

        assertThat(exchange.getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(header).hasMessageContaining(value);
    }

    @Test
    void platformsAreThoseOfTheGivenComponent() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            WechatMaterialPlatformComponent component = new WechatMaterialPlatformComponent(context);
            component.setMaterialComponent(wechat.component());
            context.addComponent("of-another-context", component);
            context.start();

            Endpoint endpoint = context.getEndpoint("of-another-context:my-platform");

            assertThat(endpoint).isInstanceOf(WechatMaterialPlatformEndpoint.class);
            assertThat(component.getMaterialComponent()).isSameAs(wechat.component());
            assertThatThrownBy(() -> context.getEndpoint(URI)).rootCause().hasMessageContaining("my-platform");
        }
    }
}
