package io.github.camelwechat.docs.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import io.github.camelwechat.material.WechatMaterialComponent;
import io.github.camelwechat.material.WechatMaterialPlatformComponent;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.ConfigurationPropertiesValidationResult;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;

/** Camel's catalog with the component in it. */
final class Catalogs {

    private final CamelCatalog catalog = new DefaultCamelCatalog();

    Catalogs() {
        catalog.addComponent("wechat-material", WechatMaterialComponent.class.getName(), json("wechat-material"));
        catalog.addComponent("wechat-material-platform", WechatMaterialPlatformComponent.class.getName(),
                json("wechat-material-platform"));
    }

    private static String json(String scheme) {
        String file = "/META-INF/io/github/camelwechat/material/" + scheme + ".json";
        try (InputStream json = Catalogs.class.getResourceAsStream(file)) {
            return new String(json.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return whether a text is the URI of a component that the catalog knows} */
    boolean isEndpoint(String text) {
        int colon = text.indexOf(':');
        return colon > 0 && text.chars().noneMatch(Character::isWhitespace)
                && catalog.componentJSonSchema(text.substring(0, colon)) != null;
    }

    /** {@return what is wrong with a URI} */
    Optional<String> problem(String uri) {
        // Camel takes a duration there, which its catalog calls a number; and the catalog splits an account at the colon
        String readable = uri.replaceFirst("(?<age>readLockMinAge=\\d+)s\\b", "${age}000").replace("{{env:", "{{");
        EndpointValidationResult result = catalog.validateEndpointProperties(readable);
        return result.isSuccess() ? Optional.empty() : Optional.of(result.summaryErrorMessage(false));
    }

    /** {@return what is wrong with a line of properties; those of Camel and its components are looked at} */
    Optional<String> propertyProblem(String line) {
        ConfigurationPropertiesValidationResult result = catalog.validateConfigurationProperty(line);
        return !result.isAccepted() || result.isSuccess() ? Optional.empty() : Optional.of(result.summaryErrorMessage(false));
    }
}
