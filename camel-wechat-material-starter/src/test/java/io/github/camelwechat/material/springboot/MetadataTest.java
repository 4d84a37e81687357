package io.github.camelwechat.material.springboot;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelwechat.material.WechatMaterialAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.BeanUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** The metadata for IDEs says of the options what Camel's catalog says of the component. */
class MetadataTest {

    private static final String PREFIX = "camel.component.wechat-material.";
    private static final String CATALOG = "/META-INF/io/github/camelwechat/material/wechat-material.json";

    /** Camel's own, which its catalog describes for every component at length. */
    private static final Set<String> OF_CAMEL = Set.of(
            "lazyStartProducer", "autowiredEnabled", "healthCheckConsumerEnabled", "healthCheckProducerEnabled");

    private static final Map<String, JsonNode> METADATA = named("properties");
    private static final Map<String, JsonNode> HINTS = named("hints");

    /** @param option of the catalog */
    record Option(String name, JsonNode option) {

        String dashed() {
            return OptionNames.dashed(name);
        }

        String type() {
            if (option.get("type").asText().equals("duration")) {
                return "java.time.Duration";
            }
            String type = option.get("javaType").asText();
            return type.equals("boolean") ? "java.lang.Boolean" : type;
        }

        /** A Duration has a unit. */
        String description() {
            return option.get("description").asText().replace(", in milliseconds", "");
        }

        List<String> values() {
            return StreamSupport.stream(option.path("enum").spliterator(), false).map(JsonNode::asText).toList();
        }

        boolean isOfConfiguration() {
            return option.has("configurationField");
        }

        boolean isOfAccount() {
            return BeanUtils.getPropertyDescriptor(WechatMaterialAccountProperties.class, name) != null;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static JsonNode json(String resource) {
        try (InputStream in = MetadataTest.class.getResourceAsStream(resource)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(resource, e);
        }
    }

    private static Map<String, JsonNode> named(String list) {
        Map<String, JsonNode> items = new TreeMap<>();
        json("/META-INF/spring-configuration-metadata.json").get(list)
                .forEach(item -> items.put(item.get("name").asText().substring(PREFIX.length()), item));
        return items;
    }

    static Stream<Option> options() {
        return json(CATALOG).get("componentProperties").properties().stream()
                .map(entry -> new Option(entry.getKey(), entry.getValue()));
    }

    static Stream<Option> ofAccounts() {
        return options().filter(Option::isOfAccount);
    }

    static Stream<Option> ofTheConfiguration() {
        return options().filter(Option::isOfConfiguration);
    }

    private static List<String> values(String name) {
        return StreamSupport.stream(HINTS.get(name).get("values").spliterator(), false)
                .map(value -> value.get("value").asText()).toList();
    }

    @ParameterizedTest
    @MethodSource("options")
    void optionIsThatOfTheCatalog(Option option) {
        JsonNode metadata = METADATA.get(option.dashed());

        assertThat(metadata).as("an entry").isNotNull();
        assertThat(metadata.get("type").asText()).isEqualTo(option.name().equals("accounts")
                ? "java.util.Map<java.lang.String," + WechatMaterialAccountProperties.class.getName() + ">" : option.type());
        assertThat(metadata.path("defaultValue").asText()).isEqualTo(option.option().path("defaultValue").asText());
        assertThat(metadata.path("description").asText()).isNotEmpty();
        if (!OF_CAMEL.contains(option.name())) {
            assertThat(metadata.get("description").asText()).isEqualTo(option.description());
        }
        if (!option.values().isEmpty()) {
            assertThat(values(option.dashed())).isEqualTo(option.values());
        }
    }

    @ParameterizedTest
    @MethodSource("ofAccounts")
    void optionOfAnAccountIsThatOfTheCatalog(Option option) {
        JsonNode metadata = METADATA.get("accounts.*." + option.dashed());

        assertThat(metadata).as("an entry").isNotNull();
        assertThat(metadata.get("type").asText()).isEqualTo(option.type());
        assertThat(BeanUtils.findPropertyType(option.name(), WechatMaterialAccountProperties.class).getName())
                .isEqualTo(option.type());
        assertThat(metadata.get("description").asText()).isEqualTo(option.description());
        if (!option.values().isEmpty()) {
            assertThat(values("accounts.*." + option.dashed())).isEqualTo(option.values());
        }
    }

    @ParameterizedTest
    @MethodSource("ofTheConfiguration")
    void interimFormIsDeprecated(Option option) {
        JsonNode metadata = METADATA.get("configuration." + option.dashed());

        assertThat(metadata).as("an entry").isNotNull();
        assertThat(metadata.get("deprecation").get("replacement").asText()).isEqualTo(PREFIX + option.dashed());
    }

    @Test
    void thereAreNoOthers() {
        Set<String> expected = new TreeSet<>(Set.of("enabled", "customizer.enabled"));
        options().forEach(option -> expected.add(option.dashed()));
        ofAccounts().forEach(option -> expected.add("accounts.*." + option.dashed()));
        ofTheConfiguration().forEach(option -> expected.add("configuration." + option.dashed()));

        assertThat(METADATA.keySet()).isEqualTo(expected);
        assertThat(ofAccounts().map(Option::name)).hasSize(
                BeanUtils.getPropertyDescriptors(WechatMaterialAccount.class).length - 1);
    }
}
