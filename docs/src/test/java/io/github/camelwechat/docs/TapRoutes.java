package io.github.camelwechat.docs;

import org.apache.camel.builder.RouteBuilder;

/** A folder whose files are uploaded by a tapped branch. */
public class TapRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("file:{{upload.folder}}?move=.done&moveFailed=.failed")
                // the file is moved at the end of this route, and the tapped branch may read later
                .convertBodyTo(byte[].class)
                .wireTap("direct:upload");

        from("direct:upload").routeId("upload")
                .to("wechat-material:default");
    }
}
