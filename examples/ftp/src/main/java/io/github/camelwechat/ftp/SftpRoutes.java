package io.github.camelwechat.ftp;

import io.github.camelwechat.material.error.NotSentException;
import org.apache.camel.builder.RouteBuilder;

/** From an SFTP server: each file has a local copy while it is uploaded, from which it can be sent again. */
public class SftpRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // not for long: a server closes a connection on which nothing happens, and then the file cannot be moved
        onException(NotSentException.class)
                .maximumRedeliveries(3).redeliveryDelay("{{upload.retryDelay}}").useExponentialBackOff().backOffMultiplier(2)
                .logExhausted(false)
                .log("${header.CamelFileName} stays for the next poll: ${exception.message}");

        FailurePolicy.addTo(this);
        from("sftp://{{sftp.user}}@{{sftp.server}}/{{sftp.folder}}?password=RAW({{sftp.password}})"
             + "&preferredAuthentications=password&strictHostKeyChecking=yes&knownHostsFile={{sftp.knownHosts}}"
             + "&localWorkDirectory={{sftp.workFolder}}&stepwise=false&initialDelay=0&delay={{poll.delay}}"
             + "&move=${file:parent}/${exchangeProperty.folder}/${file:onlyname}")
                .routeId("sftp")
                .setProperty("folder", constant(".done"))
                .to("wechat-material:default")
                .log("${header.CamelFileName}: ${header.CamelWechatMaterialMediaId} ${header.CamelWechatMaterialUrl}");
    }
}
