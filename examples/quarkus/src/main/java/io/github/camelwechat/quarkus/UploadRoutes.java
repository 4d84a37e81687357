package io.github.camelwechat.quarkus;

import io.github.camelwechat.material.error.NotSentException;
import org.apache.camel.builder.RouteBuilder;

/** A folder goes into the library; what has not been sent is sent again. */
public class UploadRoutes extends RouteBuilder {

    @Override
    public void configure() {
        onException(NotSentException.class)
                .maximumRedeliveries(-1).asyncDelayedRedelivery()
                .redeliveryDelay("{{upload.retryDelay}}").useExponentialBackOff().backOffMultiplier(2)
                .maximumRedeliveryDelay(60_000);

        from("file:{{upload.folder}}?readLock=changed&readLockMinAge=1s&readLockMinLength=0&move=.done&moveFailed=.failed")
                .routeId("upload")
                .to("wechat-material:default")
                .log("${header.CamelFileName}: ${header.CamelWechatMaterialMediaId} ${header.CamelWechatMaterialUrl}");
    }
}
