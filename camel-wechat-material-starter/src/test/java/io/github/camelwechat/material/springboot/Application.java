package io.github.camelwechat.material.springboot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelwechat.material.WechatMaterialAccount;
import io.github.camelwechat.material.WechatMaterialComponent;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** A Spring Boot application with the starter and nothing else, and what is around it: files, variables, arguments. */
final class Application {

    @EnableAutoConfiguration
    static class Plain {
    }

    private final Class<?> configuration;
    private final Map<String, Object> variables = new LinkedHashMap<>();
    private final List<PropertySource<?>> sources = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();

    Application() {
        this(Plain.class);
    }

    Application(Class<?> configuration) {
        this.configuration = configuration;
    }

    Application variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    Application argument(String name, String value) {
        arguments.add("--" + name + "=" + value);
        return this;
    }

    /** Adds a source of the lowest precedence. */
    Application source(PropertySource<?> source) {
        sources.add(source);
        return this;
    }

    /** @param folder for the file */
    Application yaml(Path folder, String yaml) {
        try {
            Files.writeString(folder.resolve("application.yaml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return argument("spring.config.location", "file:" + folder + "/");
    }

    ConfigurableApplicationContext start() {
        SpringApplication application = new SpringApplication(configuration);
        StandardEnvironment environment = new Variables(variables);
        sources.forEach(environment.getPropertySources()::addLast);
        application.setEnvironment(environment);
        application.setBannerMode(Banner.Mode.OFF);
        return application.run(arguments.toArray(String[]::new));
    }

    static WechatMaterialComponent component(ConfigurableApplicationContext spring) {
        return spring.getBean(CamelContext.class).getComponent("wechat-material", WechatMaterialComponent.class);
    }

    static Map<String, WechatMaterialAccount> accounts(ConfigurableApplicationContext spring) {
        return component(spring).getAccounts();
    }

    static Exchange upload(ConfigurableApplicationContext spring, String uri) {
        return spring.getBean(CamelContext.class).createFluentProducerTemplate().to(uri).withBody(Pictures.png()).send();
    }

    /** The environment of a process, with these variables only. */
    private static final class Variables extends StandardEnvironment {

        Variables(Map<String, Object> variables) {
            getPropertySources().replace(SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                    new SystemEnvironmentPropertySource(SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        }
    }
}
