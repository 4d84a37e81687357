package io.github.camelwechat.springboot;

import io.github.camelwechat.material.error.NotSentException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** A folder, and files that clients send, go into the library. */
@Component
class UploadRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("file:{{upload.folder}}?readLock=changed&readLockMinAge=1s&readLockMinLength=0&move=.done&moveFailed=.failed")
                .routeId("folder")
                .onException(NotSentException.class)
                .maximumRedeliveries(-1).asyncDelayedRedelivery()
                .redeliveryDelay("{{upload.retry-delay}}").useExponentialBackOff().backOffMultiplier(2)
                .maximumRedeliveryDelay(60_000)
                .end()
                .to("wechat-material:default")
                .log("${header.CamelFileName}: ${header.CamelWechatMaterialMediaId} ${header.CamelWechatMaterialUrl}");

        // a form would be parsed, and written into the log where that fails
        from("platform-http:/materials?httpMethodRestrict=POST&consumes=application/octet-stream&useStreaming=true")
                .routeId("http").streamCache("false")
                .onException(Exception.class).handled(true).logExhausted(false)
                .process(new FailureAnswer())
                .marshal().json()
                .end()
                // of the request's headers and parameters only the name goes on
                .setVariable("fileName", header("fileName"))
                .removeHeaders("*")
                .setHeader("CamelWechatMaterialFileName", variable("fileName"))
                .to("wechat-material:default")
                // as JSON
                .convertBodyTo(String.class)
                .removeHeaders("*")
                .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(201))
                .setHeader(Exchange.CONTENT_TYPE, constant("application/json"));
    }
}
