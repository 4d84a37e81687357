package io.github.camelwechat.material;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.management.ObjectName;

import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.internal.platform.PushEvent;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Uploads for merchants of a platform: by alias, by the URI, and by the header of each message. */
class MerchantUploadTest {

    private static final String BY_HEADER = "wechat-material:*?platform=p&allowMerchantByHeader=true";

    @RegisterExtension
    final Wechat wechat = new Wechat();

    private PushedPlatform platform;

    @BeforeEach
    void twoMerchants() {
        wechat.platform("p");
        platform = wechat.pushedPlatform("p");
        platform.authorize(Wechat.APP);
        platform.authorize(Wechat.OTHER_APP);
    }

    private Exchange byHeader(Object merchant) {
        return wechat.upload(BY_HEADER, Samples.png(), Map.of(WechatMaterialConstants.MERCHANT, merchant));
    }

    private int stored(String appId) {
        return wechat.simulator().library(appId).materials().size();
    }

    private int tokensOfMerchants() {
        return wechat.simulator().journal().count(PushedPlatform.QUERY_AUTH)
               + wechat.simulator().journal().count(PushedPlatform.AUTHORIZER_TOKEN);
    }

    @Test
    void aliasUriAndHeaderShareTheTokensOfAMerchant() {
        wechat.merchant("shop", Wechat.APP, "p");

        assertThat(wechat.upload("wechat-material:shop", Samples.png(), Map.of()).getException()).isNull();
        assertThat(wechat.upload("wechat-material:" + Wechat.APP + "?platform=p", Samples.png(500, 1), Map.of())
                .getException()).isNull();
        assertThat(byHeader(Wechat.APP).getException()).isNull();
        assertThat(stored(Wechat.APP)).isEqualTo(3);
        await().untilAsserted(() -> assertThat(tokensOfMerchants()).as("one of each merchant").isEqualTo(2));
        assertThat(wechat.tokenCalls()).isZero();
    }

    @Test
    void eachMessageGoesToTheMerchantThatItNames() {
        assertThat(byHeader(Wechat.OTHER_APP).getException()).isNull();
        assertThat(byHeader(" " + Wechat.APP + "\n").getException()).isNull();

        assertThat(stored(Wechat.APP)).isEqualTo(1);
        assertThat(stored(Wechat.OTHER_APP)).isEqualTo(1);
    }

    @Test
    void messageWithoutTheHeaderFailsWithItsName() {
        Exchange result = wechat.upload(BY_HEADER, Samples.png(), Map.of());

        assertThat(result.getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The header CamelWechatMaterialMerchant is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = { "wxdemo?apiUrl=http://evil.example", "wxdemo&apiUrl=x", "../wxdemo", "wx demo", "*", "品牌" })
    void headerThatIsNoAppIdFailsWithItsName(String merchant) {
        assertThat(byHeader(merchant).getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The header CamelWechatMaterialMerchant is '" + merchant + "'");
        assertThat(wechat.uploads()).isEmpty();
    }

    @Test
    void longHeaderIsQuotedInPart() {
        assertThat(byHeader("x".repeat(10_000)).getException().getMessage()).contains("(10000 characters)")
                .hasSizeLessThan(400);
    }

    @Test
    void headerThatIsNoTextFailsWithItsName() {
        assertThat(byHeader(new File("wxdemo")).getException())
                .hasMessageContaining("CamelWechatMaterialMerchant is a java.io.File");
    }

    @ParameterizedTest
    @ValueSource(strings = { "shop", "default", "wxunknown" })
    void headerNamesNoAliasAndNoStranger(String merchant) {
        wechat.merchant("shop", Wechat.APP, "p");

        assertThat(byHeader(merchant).getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("names " + merchant).hasMessageContaining("platform " + Wechat.PLATFORM_APP);
        assertThat(wechat.uploads()).isEmpty();
        assertThat(wechat.simulator().journal().count("/cgi-bin/component/api_get_authorizer_info")).isZero();
    }

    @Test
    void headerOfAnotherEndpointChoosesNothing() {
        wechat.merchant("shop", Wechat.APP, "p");

        wechat.upload("wechat-material:shop", Samples.png(), Map.of(WechatMaterialConstants.MERCHANT, Wechat.OTHER_APP));

        assertThat(stored(Wechat.APP)).isEqualTo(1);
        assertThat(stored(Wechat.OTHER_APP)).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void withdrawnMerchantFailsWithoutACall(boolean header) {
        assertThat(byHeader(Wechat.APP).getException()).isNull();
        platform.withdraw(Wechat.APP);
        wechat.simulator().journal().clear();

        Exchange result = header
                ? byHeader(Wechat.APP)
                : wechat.upload("wechat-material:" + Wechat.APP + "?platform=p", Samples.png(), Map.of());

        assertThat(result.getException()).isInstanceOfSatisfying(
                WechatApiException.class, refusal -> assertThat(refusal.getErrcode()).isEqualTo(61003));
        assertThat(wechat.simulator().journal().entries()).isEmpty();
        assertThat(byHeader(Wechat.OTHER_APP).getException()).isNull();
    }

    @Test
    void merchantMayAuthorizeWhileItsEndpointIsOpen() {
        platform.withdraw(Wechat.APP);
        WechatMaterialEndpoint endpoint = wechat.endpoint("wechat-material:" + Wechat.APP + "?platform=p");
        assertThat(wechat.upload(endpoint.getEndpointUri(), Samples.png(), Map.of()).getException()).isNotNull();

        platform.accept(new PushEvent.Authorized(
                "authorized", Instant.now().plusSeconds(2), Wechat.APP,
                platform.console().merchants().authorize(Wechat.APP).authCode(), null));

        assertThat(wechat.upload(endpoint.getEndpointUri(), Samples.png(), Map.of()).getException()).isNull();
    }

    @Test
    void componentThatStartsAgainOpensItsPlatformAnew() {
        assertThat(byHeader(Wechat.APP).getException()).isNull();
        wechat.component().stop();
        wechat.component().start();
        platform.takeTicket();
        platform.authorize(Wechat.APP);

        assertThat(byHeader(Wechat.APP).getException()).isNull();
        assertThat(stored(Wechat.APP)).isEqualTo(2);
    }

    @Test
    void endpointTellsPlatformAndMerchant() {
        WechatMaterialEndpoint one = wechat.endpoint("wechat-material:" + Wechat.APP + "?platform=p");
        WechatMaterialEndpoint any = wechat.endpoint(BY_HEADER);

        assertThat(one.getServiceUrl()).isEqualTo(wechat.simulator().url()).isEqualTo(any.getServiceUrl());
        assertThat(one.getServiceMetadata()).isEqualTo(Map.of("appId", Wechat.APP, "platform", Wechat.PLATFORM_APP));
        assertThat(any.getServiceMetadata()).isEqualTo(Map.of("platform", Wechat.PLATFORM_APP));
    }

    /** In YAML; {@link RouteInXmlTest} has one in XML. */
    static List<String> routes() {
        return List.of(
                "- from:\n    uri: direct:in\n    steps:\n      - to: " + BY_HEADER + "\n",
                """
                        - from:
                            uri: direct:in
                            steps:
                              - to:
                                  uri: wechat-material:*
                                  parameters:
                                    platform: p
                                    allowMerchantByHeader: true
                        """,
                """
                        - from:
                            uri: direct:in
                            steps:
                              - to:
                                  uri: wechat-material
                                  parameters:
                                    account: '*'
                                    platform: p
                                    allowMerchantByHeader: true
                        """,
                "- from:\n    uri: direct:in\n    steps:\n      - toD: " + BY_HEADER + "&title=${header.title}\n");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void starIsTakenInYaml(String route) throws Exception {
        PluginHelper.getRoutesLoader(wechat.context()).loadRoutes(ResourceHelper.fromString("route.yaml", route));

        Exchange result = wechat.upload("direct:in", Samples.png(), Map.of(WechatMaterialConstants.MERCHANT, Wechat.APP));

        assertThat(result.getException()).isNull();
        assertThat(stored(Wechat.APP)).isEqualTo(1);
    }

    @Test
    void starIsQuotedInJmx() throws Exception {
        wechat.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to(BY_HEADER);
            }
        });

        Set<ObjectName> names = ManagementFactory.getPlatformMBeanServer().queryNames(
                new ObjectName("org.apache.camel:context=" + wechat.context().getManagementName() + ",type=endpoints,*"), null);
        assertThat(names).filteredOn(name -> name.toString().contains("wechat-material"))
                .singleElement().satisfies(name -> {
                    assertThat(name.isPattern()).isFalse();
                    assertThat(ManagementFactory.getPlatformMBeanServer().getAttribute(name, "EndpointUri"))
                            .isEqualTo("wechat-material://*?allowMerchantByHeader=true&platform=p");
                });
    }

    @Test
    void interceptionToldByTheManualIsOfTheStarOnly() throws Exception {
        wechat.merchant("shop", Wechat.APP, "p");
        wechat.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                interceptSendToEndpoint("wechat-material://\\*.*").setHeader("ofMerchants", constant("yes"));
                from("direct:star").to(BY_HEADER);
                from("direct:shop").to("wechat-material:shop");
            }
        });
        Map<String, Object> merchant = Map.of(WechatMaterialConstants.MERCHANT, Wechat.APP);

        assertThat(wechat.upload("direct:star", Samples.png(), merchant).getMessage().getHeader("ofMerchants"))
                .isEqualTo("yes");
        assertThat(wechat.upload("direct:shop", Samples.png(), merchant).getMessage().getHeader("ofMerchants")).isNull();
    }
}
