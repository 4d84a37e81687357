package io.github.camelwechat.material.springboot;

import io.github.camelwechat.material.WechatMaterialComponent;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.ComponentConfigurationProperties;
import org.apache.camel.spring.boot.util.ConditionalOnCamelContextAndAutoConfigurationBeans;
import org.apache.camel.spring.boot.util.ConditionalOnHierarchicalProperties;
import org.apache.camel.spring.boot.util.HierarchicalPropertiesEvaluator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the component {@code wechat-material}: Camel creates the component on first use, and a
 * customizer gives it the options of the application.
 */
@AutoConfiguration(after = CamelAutoConfiguration.class)
@Conditional(ConditionalOnCamelContextAndAutoConfigurationBeans.class)
@ConditionalOnHierarchicalProperties({ "camel.component", "camel.component.wechat-material" })
@EnableConfigurationProperties({ ComponentConfigurationProperties.class, WechatMaterialComponentConfiguration.class })
public class WechatMaterialComponentAutoConfiguration {

    @Bean
    static KeyCheck wechatMaterialKeyCheck(Environment environment) {
        return new KeyCheck(environment);
    }

    @Bean
    static EntriesLeftOut wechatMaterialEntriesLeftOut() {
        return new EntriesLeftOut();
    }

    @Bean
    @ConfigurationPropertiesBinding
    static BeanReferenceConverter wechatMaterialComponentConverter(ApplicationContext beans) {
        return new BeanReferenceConverter(beans);
    }

    @Bean
    @Lazy(false)
    ComponentSettings wechatMaterialComponentSettings(
            CamelContext camelContext, Environment environment, BeanReferenceConverter beans,
            WechatMaterialComponentConfiguration properties) {
        return new ComponentSettings(new PropertyReader(camelContext, environment, beans), properties);
    }

    @Bean
    @Lazy
    ComponentCustomizer configureWechatMaterialComponent(ComponentSettings settings, Environment environment) {
        return new ComponentCustomizer() {
            @Override
            public void configure(String name, Component target) {
                settings.options().copyTo((WechatMaterialComponent) target);
            }

            @Override
            public boolean isEnabled(String name, Component target) {
                // a second component of this class has another account, and not the secret of this one
                return name.equals("wechat-material") && target instanceof WechatMaterialComponent
                        && HierarchicalPropertiesEvaluator.evaluate(
                                environment, "camel.component.customizer", "camel.component.wechat-material.customizer");
            }
        };
    }
}
