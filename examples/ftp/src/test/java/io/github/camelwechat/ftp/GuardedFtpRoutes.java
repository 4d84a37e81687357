package io.github.camelwechat.ftp;

import org.apache.camel.builder.RouteBuilder;

/** Where moving may fail: a list of what is uploaded, in a file. */
public class GuardedFtpRoutes extends RouteBuilder {

    @Override
    public void configure() {
        FailurePolicy.addTo(this);
        from("ftp://{{ftp.user}}@{{ftp.server}}/{{ftp.folder}}?password=RAW({{ftp.password}})"
             + "&passiveMode=true&binary=true&ftpClient.controlEncoding=UTF-8"
             + "&streamDownload=true&stepwise=false&initialDelay=0&delay={{poll.delay}}"
             + "&move=${file:parent}/${exchangeProperty.folder}/${file:onlyname}"
             + "&idempotent=true&idempotentRepository=#uploaded"
             + "&idempotentKey=${file:name}-${file:size}-${file:modified}")
                .routeId("ftp").streamCache("false")
                .setProperty("folder", constant(".done"))
                .to("wechat-material:default");
    }
}
