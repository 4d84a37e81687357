package io.github.camelwechat.material;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import io.github.camelwechat.simulator.WechatSimulator;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The route that the whole component is for. */
class FileRouteTest {

    @TempDir
    Path inbox;

    @Test
    void aFileIsInTheLibraryAndItsIdOnTheExchange() throws Exception {
        Files.write(inbox.resolve("骆驼.png"), Samples.png());
        try (WechatSimulator wechat = WechatSimulator.builder().app("wxdemo", "secret").start();
             DefaultCamelContext context = new DefaultCamelContext()) {
            WechatMaterialComponent component = new WechatMaterialComponent();
            component.getConfiguration().setAppId("wxdemo");
            component.getConfiguration().setSecret("secret");
            component.getConfiguration().setApiUrl(wechat.url());
            context.addComponent("wechat-material", component);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("file:" + inbox + "?initialDelay=0&move=.done").to("wechat-material:default")
                            .log("${header.CamelWechatMaterialMediaId} ${body}");
                }
            });
            NotifyBuilder done = new NotifyBuilder(context).whenDone(1).create();
            context.start();
            assertThat(done.matches(10, TimeUnit.SECONDS)).isTrue();
            assertThat(inbox.resolve(".done/骆驼.png")).exists();
        }
    }
}
