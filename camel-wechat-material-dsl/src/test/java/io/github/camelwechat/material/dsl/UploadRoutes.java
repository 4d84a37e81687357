package io.github.camelwechat.material.dsl;

import io.github.camelwechat.material.error.NotSentException;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

import static io.github.camelwechat.material.dsl.StaticEndpointBuilders.wechatMaterial;

/** A folder goes into the library; what has not been sent is sent again. */
public class UploadRoutes extends EndpointRouteBuilder {

    @Override
    public void configure() {
        onException(NotSentException.class)
                .maximumRedeliveries(-1).asyncDelayedRedelivery()
                .redeliveryDelay("{{upload.retry-delay:1000}}").useExponentialBackOff().backOffMultiplier(2)
                .maximumRedeliveryDelay(60_000);

        from(file("{{upload.folder}}").readLock("changed").readLockMinAge("1s").readLockMinLength(0)
                .move(".done").moveFailed(".failed"))
                .routeId("upload")
                .to(wechatMaterial("default").type("image"))
                .log("${header.CamelFileName}: ${header.CamelWechatMaterialMediaId} ${header.CamelWechatMaterialUrl}");
    }
}
