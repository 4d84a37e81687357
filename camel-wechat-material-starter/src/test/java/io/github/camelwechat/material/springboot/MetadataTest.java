package io.github.camelwechat.material.springboot;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelwechat.material.WechatMaterialAccount;
import io.github.camelwechat.material.WechatMaterialConnection;
import io.github.camelwechat.material.WechatMaterialPlatform;
import org.apache.camel.spi.UriParam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.BeanUtils;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** The metadata for IDEs says of the options what Camel's catalog says of the component. */
class MetadataTest {

    private static final String PREFIX = "camel.component.wechat-material.";
    private static final Path PLATFORM
            = Path.of("../camel-wechat-material/src/main/java/io/github/camelwechat/material/WechatMaterialPlatform.java");
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
            return switch (type) {
                case "boolean" -> "java.lang.Boolean";
                case "long" -> "java.lang.Long";
                default -> type;
            };
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

        boolean isOfConnection() {
            return BeanUtils.getPropertyDescriptor(WechatMaterialConnection.class, name) != null;
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

    static Stream<Option> ofConnections() {
        return options().filter(Option::isOfConnection);
    }

    /** Those that are in no catalog, as the component does not have them. */
    static Stream<Field> ofPlatformsAlone() {
        return Stream.of(WechatMaterialPlatform.class.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(UriParam.class));
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
        assertThat(metadata.get("type").asText()).isEqualTo(EntryKind.ofGroup(option.name())
                .map(kind -> "java.util.Map<java.lang.String," + kind.properties().getName() + ">").orElseGet(option::type));
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
    @ValueSource(strings = { "credentials", "accounts.*.credentials" })
    void waysToAccessTokensAreDescribed(String option) {
        assertThat(HINTS.get(option).get("values")).hasSize(4)
                .allSatisfy(value -> assertThat(value.path("description").asText()).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("ofConnections")
    void optionOfAPlatformIsThatOfTheCatalog(Option option) {
        assertOfPlatform(option.name(), option.type(), option.description());
    }

    @ParameterizedTest
    @MethodSource("ofPlatformsAlone")
    void optionOfPlatformsAloneIsThatOfTheBean(Field field) throws IOException {
        String javaType = field.getAnnotation(UriParam.class).javaType();
        String setter = "set" + StringUtils.capitalize(field.getName());
        Matcher javadoc = Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*public void " + setter + "\\(", Pattern.DOTALL)
                .matcher(Files.readString(PLATFORM));

        assertThat(javadoc.find()).as("Javadoc of %s", setter).isTrue();
        assertOfPlatform(field.getName(), javaType.isEmpty() ? field.getType().getName() : javaType,
                javadoc.group(1).replaceAll("\\n *\\* ?", " ").replaceAll("\\s+", " ").strip());
    }

    private static void assertOfPlatform(String name, String type, String description) {
        JsonNode metadata = METADATA.get("platforms.*." + OptionNames.dashed(name));

        assertThat(metadata).as("an entry").isNotNull();
        assertThat(metadata.get("type").asText()).isEqualTo(type);
        assertThat(BeanUtils.findPropertyType(name, WechatMaterialPlatformProperties.class).getName()).isEqualTo(type);
        assertThat(metadata.get("description").asText()).isEqualTo(description);
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
        ofConnections().forEach(option -> expected.add("platforms.*." + option.dashed()));
        ofPlatformsAlone().forEach(field -> expected.add("platforms.*." + OptionNames.dashed(field.getName())));
        ofTheConfiguration().forEach(option -> expected.add("configuration." + option.dashed()));

        assertThat(METADATA.keySet()).isEqualTo(expected);
        assertThat(ofAccounts().map(Option::name)).hasSize(
                BeanUtils.getPropertyDescriptors(WechatMaterialAccount.class).length - 1);
        assertThat(ofConnections().count() + ofPlatformsAlone().count()).isEqualTo(
                BeanUtils.getPropertyDescriptors(WechatMaterialPlatform.class).length - 1);
    }
}
