package io.github.camelwechat.docs;

import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.UnknownOutcomeException;
import org.apache.camel.builder.RouteBuilder;

/** One step's failures, handled where they happen. */
public class TryRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:upload")
                .doTry()
                .to("wechat-material:default")
                .doCatch(InvalidMaterialException.class)
                .to("direct:shrink")
                .doCatch(UnknownOutcomeException.class)
                .to("direct:look-first")
                .end();
    }
}
