package io.github.camelwechat.docs;

import io.github.camelwechat.material.error.NotSentException;
import org.apache.camel.builder.RouteBuilder;

/** A folder whose files wait while there is no way to WeChat. */
public class FolderRoutes extends RouteBuilder {

    @Override
    public void configure() {
        onException(NotSentException.class)
                .maximumRedeliveries(-1).asyncDelayedRedelivery()
                .redeliveryDelay("{{upload.retryDelay:1000}}").useExponentialBackOff().backOffMultiplier(2)
                .maximumRedeliveryDelay(60_000);

        from("file:{{upload.folder}}?readLock=changed&readLockMinAge=1s&readLockMinLength=0&move=.done&moveFailed=.failed")
                .routeId("upload")
                .to("wechat-material:default");
    }
}
