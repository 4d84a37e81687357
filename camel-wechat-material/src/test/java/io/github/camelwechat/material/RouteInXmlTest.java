package io.github.camelwechat.material;

import java.util.Map;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The routes of {@link RouteLanguagesTest} and {@link MerchantUploadTest} in XML, which not every release of Camel that
 * is tried has a reader for.
 */
class RouteInXmlTest extends VideoRouteTest {

    @Test
    void uploads() throws Exception {
        load("route.xml", """
                <routes xmlns="http://camel.apache.org/schema/xml-io">
                  <route>
                    <from uri="direct:in"/>
                    <to uri="wechat-material:brand-a?type=video&amp;title=骆驼&amp;introduction=介绍"/>
                  </route>
                </routes>
                """);

        uploadsAVideo();
    }

    @Test
    void takesTheStarOfMerchants() throws Exception {
        wechat.platform("p");
        wechat.pushedPlatform("p").authorize(Wechat.APP);
        load("route.xml", """
                <routes>
                  <route>
                    <from uri="direct:in"/>
                    <to uri="wechat-material:*?platform=p&amp;allowMerchantByHeader=true"/>
                  </route>
                </routes>
                """);

        Exchange result = wechat.upload("direct:in", Samples.png(), Map.of(WechatMaterialConstants.MERCHANT, Wechat.APP));

        assertThat(result.getException()).isNull();
        assertThat(wechat.simulator().library(Wechat.APP).materials()).hasSize(1);
    }
}
