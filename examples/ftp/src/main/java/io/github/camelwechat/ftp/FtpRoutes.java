package io.github.camelwechat.ftp;

import org.apache.camel.builder.RouteBuilder;

/** From an FTP server: each file is a stream, of which the component makes the only copy, in memory if it is small. */
public class FtpRoutes extends RouteBuilder {

    @Override
    public void configure() {
        FailurePolicy.addTo(this);
        from("ftp://{{ftp.user}}@{{ftp.server}}/{{ftp.folder}}?password=RAW({{ftp.password}})"
             + "&passiveMode=true&binary=true&ftpClient.controlEncoding=UTF-8"
             + "&streamDownload=true&stepwise=false&initialDelay=0&delay={{poll.delay}}"
             + "&move=${file:parent}/${exchangeProperty.folder}/${file:onlyname}")
                .routeId("ftp").streamCache("false")
                .setProperty("folder", constant(".done"))
                .to("wechat-material:default")
                .log("${header.CamelFileName}: ${header.CamelWechatMaterialMediaId} ${header.CamelWechatMaterialUrl}");
    }
}
