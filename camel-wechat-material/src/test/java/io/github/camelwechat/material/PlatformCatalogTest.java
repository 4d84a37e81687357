package io.github.camelwechat.material;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** The catalog of the second scheme says what it does. */
class PlatformCatalogTest {

    @RegisterExtension
    final Wechat wechat = new Wechat();

    private static JsonNode catalog() {
        try (InputStream json = WechatMaterialPlatformComponent.class
                .getResourceAsStream("/META-INF/io/github/camelwechat/material/wechat-material-platform.json")) {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(String group) {
        return StreamSupport.stream(((Iterable<String>) () -> catalog().get(group).fieldNames()).spliterator(), false).toList();
    }

    static Stream<Arguments> everything() {
        return Stream.of("componentProperties", "properties", "headers").flatMap(
                group -> names(group).stream().map(name -> arguments(name, catalog().get(group).get(name))));
    }

    static Stream<Arguments> options() {
        return names("properties").stream().filter(name -> !name.equals("platform"))
                .map(name -> arguments(name, catalog().get("properties").get(name)));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void everythingIsDescribedAndNoSecret(String name, JsonNode entry) {
        assertThat(entry.path("description").asText()).as(name).hasSizeGreaterThan(10).endsWith(".");
        assertThat(entry.path("secret").asBoolean()).as(name).isFalse();
    }

    @ParameterizedTest
    @MethodSource("options")
    void defaultIsTheRealOne(String name, JsonNode option) {
        wechat.platform("my-platform");
        Object real = new WechatMaterialPlatformEndpointConfigurer().getOptionValue(
                wechat.context().getEndpoint("wechat-material-platform:my-platform"), name, false);

        assertThat(real == null ? null : real.toString()).isEqualTo(option.path("defaultValue").asText(null));
    }

    @Test
    void componentHasOneOptionOfItsOwn() {
        assertThat(names("componentProperties")).containsExactlyInAnyOrder(
                "materialComponent", "autowiredEnabled", "lazyStartProducer");
    }

    @Test
    void operationsAreThoseOfTheEnumAndNoHeaderIsOne() {
        assertThat(catalog().get("properties").get("operation").get("enum")).extracting(JsonNode::asText).containsExactly(
                Stream.of(WechatMaterialPlatformOperations.values()).map(Enum::name).toArray(String[]::new));
        assertThat(names("headers")).containsExactlyInAnyOrder(
                WechatMaterialPlatformConstants.MERCHANT, WechatMaterialPlatformConstants.AUTH_CODE,
                WechatMaterialPlatformConstants.INFO_TYPE, WechatMaterialPlatformConstants.OFFSET,
                WechatMaterialPlatformConstants.COUNT).doesNotContain(WechatMaterialConstants.OPERATION);
    }
}
