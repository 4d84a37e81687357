package io.github.camelwechat.docs;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.UnknownOutcomeException;
import org.apache.camel.builder.RouteBuilder;

public class UploadRoute extends RouteBuilder {

    @Override
    public void configure() {
        onException(NotSentException.class)
                .maximumRedeliveries(3).redeliveryDelay("{{upload.retryDelay:1000}}");

        onException(UnknownOutcomeException.class)
                .handled(true)
                .to("file:{{upload.folder}}/.look-first");

        from("file:{{upload.folder}}?move=.done&moveFailed=.failed").routeId("upload")
                .to("wechat-material:default");
    }
}
