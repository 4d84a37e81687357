package io.github.camelwechat.material;

import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** The same route in the languages that users write routes in. */
class RouteLanguagesTest extends VideoRouteTest {

    @Test
    void java() throws Exception {
        wechat.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("wechat-material:brand-a?type=video&title=骆驼&introduction=介绍");
            }
        });

        uploadsAVideo();
    }

    @Test
    void yaml() throws Exception {
        load("route.yaml", """
                - route:
                    from:
                      uri: direct:in
                      steps:
                        - to:
                            uri: wechat-material:brand-a
                            parameters:
                              type: video
                              title: "骆驼"
                              introduction: "介绍"
                """);

        uploadsAVideo();
    }
}
