package io.github.camelwechat.ftp;

import io.github.camelwechat.material.error.NotSentException;
import org.apache.camel.builder.RouteBuilder;

/** From an FTP server into a folder, one file after the other, and from there into the library, many at once. */
public class TwoStageRoutes extends RouteBuilder {

    @Override
    public void configure() {
        onException(NotSentException.class)
                .maximumRedeliveries(3).redeliveryDelay("{{upload.retryDelay}}").useExponentialBackOff().backOffMultiplier(2)
                .asyncDelayedRedelivery()
                .logExhausted(false)
                .log("${header.CamelFileName} stays for the next poll: ${exception.message}");

        FailurePolicy.addTo(this);
        from("ftp://{{ftp.user}}@{{ftp.server}}/{{fetch.folder}}?password=RAW({{ftp.password}})"
             + "&passiveMode=true&binary=true&ftpClient.controlEncoding=UTF-8"
             + "&localWorkDirectory={{upload.folder}}/.fetching&stepwise=false&initialDelay=0&delay={{poll.delay}}&move=.fetched")
                .routeId("fetch")
                .process(new WholeFile())
                .to("file:{{upload.folder}}?tempPrefix=.part-&fileExist=Fail");

        from("file:{{upload.folder}}?initialDelay=0&delay={{poll.delay}}"
             + "&move=${file:parent}/${exchangeProperty.folder}/${file:onlyname}")
                .routeId("upload")
                .setProperty("folder", constant(".done"))
                .to("wechat-material:default")
                .log("${header.CamelFileName}: ${header.CamelWechatMaterialMediaId} ${header.CamelWechatMaterialUrl}");
    }
}
