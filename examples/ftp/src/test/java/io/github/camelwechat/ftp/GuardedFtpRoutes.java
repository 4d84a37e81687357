package io.github.camelwechat.ftp;

import org.apache.camel.builder.RouteBuilder;

/** Where moving may fail: a list of what is uploaded, in a file. */
public class GuardedFtpRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("ftp://{{ftp.user}}@{{ftp.server}}/{{ftp.folder}}?password=RAW({{ftp.password}})"
             + "&passiveMode=true&binary=true&ftpClient.controlEncoding=UTF-8"
             + "&streamDownload=true&stepwise=false&delay={{poll.delay}}&move=.done&moveFailed=.failed"
             + "&idempotent=true&idempotentRepository=#uploaded"
             + "&idempotentKey=${file:name}-${file:size}-${file:modified}")
                .streamCache("false")
                .to("wechat-material:default");
    }
}
