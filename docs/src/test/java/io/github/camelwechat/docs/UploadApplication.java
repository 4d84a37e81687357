package io.github.camelwechat.docs;

import io.github.camelwechat.material.WechatMaterialComponent;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The least that Spring Boot needs. */
@EnableAutoConfiguration
class UploadApplication {

    @Bean("wechat-material")
    @ConfigurationProperties("camel.component.wechat-material")
    WechatMaterialComponent wechatMaterial() {
        return new WechatMaterialComponent();
    }

    @Bean
    Upload upload() {
        return new Upload();
    }
}
