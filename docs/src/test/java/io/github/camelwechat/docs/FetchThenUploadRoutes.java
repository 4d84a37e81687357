package io.github.camelwechat.docs;

import org.apache.camel.builder.RouteBuilder;

/** What fetches one at a time fills a folder; what uploads from there has many in flight. */
public class FetchThenUploadRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("{{fetch.from}}").routeId("fetch").streamCache("false")
                .to("file:{{upload.folder}}?tempPrefix=.part-");

        from("file:{{upload.folder}}?move=.done&moveFailed=.failed").routeId("upload")
                .to("wechat-material:default");
    }
}
