package io.github.camelwechat.consumers;

import io.github.camelwechat.material.WechatMaterialComponent;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class Application {

    public static void main(String[] args) {
        SpringApplication.run(Application.class, args);
    }

    @Bean("wechat-material")
    @ConfigurationProperties("camel.component.wechat-material")
    WechatMaterialComponent wechatMaterial() {
        return new WechatMaterialComponent();
    }

    @Bean
    RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("file:inbox?move=.done&moveFailed=.failed").to("wechat-material:brand-a");
            }
        };
    }
}
