package io.github.camelwechat.cloud;

import java.nio.file.Path;
import java.util.List;

import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.cloud.CloudEnvironment;
import org.apache.camel.Exchange;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The configurations on the manual's page, with what of them is a container's: an address, a file. */
class PageConfigurationsTest {

    private static final String BAKERY = "wx0123456789abcdef";
    private static final String COMPONENT = "camel.component.wechat-material.";

    @TempDir
    Path folder;

    private Path tokenFile() {
        return folder.resolve("cloudbase_access_token");
    }

    private WechatSimulator hosting(String owner) {
        return WechatSimulator.builder().app("wxdemo", "secret").app(BAKERY, "secret").platform("wxplatform", "secret")
                .cloud(CloudEnvironment.ownedBy(owner).tokenFile(tokenFile())).start();
    }

    private static void upload(String properties, String account, String option, Object value, String url) throws Exception {
        Main main = new Main();
        main.setPropertyPlaceholderLocations("classpath:hosting/" + properties);
        main.addInitialProperty(COMPONENT + "accounts[" + account + "].api-url", url);
        main.addInitialProperty(COMPONENT + option, String.valueOf(value));
        main.start();
        try (var picture = PageConfigurationsTest.class.getResourceAsStream("/media/camel.png")) {
            Exchange exchange = main.getCamelTemplate().send("wechat-material:" + account,
                    message -> message.getMessage().setBody(picture));
            assertThat(exchange.getException()).isNull();
        } finally {
            main.stop();
        }
    }

    @Test
    void openInterfaceServiceNeedsOneLine() throws Exception {
        try (WechatSimulator wechat = hosting("wxdemo")) {
            upload("service.properties", "brand", "request-timeout", 20_000, wechat.cloud().url());
            assertThat(wechat.library("wxdemo").materials()).hasSize(1);
        }
    }

    @Test
    void tokenNeedsOneLine() throws Exception {
        try (WechatSimulator wechat = hosting("wxdemo")) {
            upload("token.properties", "brand", "accounts[brand].cloud-file", tokenFile(), wechat.url());
            assertThat(wechat.library("wxdemo").materials()).hasSize(1);
        }
    }

    @Test
    void accountThatSharesTheEnvironmentIsNamed() throws Exception {
        try (WechatSimulator wechat = hosting("wxdemo")) {
            wechat.cloud().sharedWith(List.of(BAKERY));
            upload("shared.properties", "bakery", "request-timeout", 20_000, wechat.cloud().url());
            assertThat(wechat.library(BAKERY).materials()).hasSize(1);
        }
    }

    @Test
    void merchantOfAPlatformIsNamed() throws Exception {
        try (WechatSimulator wechat = hosting("wxplatform")) {
            wechat.platform("wxplatform").merchants().authorize(BAKERY);
            upload("platform.properties", "bakery", "accounts[bakery].cloud-file", tokenFile(), wechat.url());
            assertThat(wechat.library(BAKERY).materials()).hasSize(1);
        }
    }
}
