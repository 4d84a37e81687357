package io.github.camelwechat.material;

import org.junit.jupiter.api.Test;

/** The route of {@link RouteLanguagesTest} in XML, which not every release of Camel that is tried has a reader for. */
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
}
