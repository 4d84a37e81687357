package io.github.camelwechat.docs.reference;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelwechat.material.WechatMaterialAccount;

/** What Camel's catalog says of a component, as tables. An option stands in one of them only. */
final class Catalog {

    private static final String FOLDER = "/META-INF/io/github/camelwechat/material/";
    private static final List<String> HEAD = List.of("option", "type", "default", "");

    private final JsonNode component;
    private final JsonNode endpoint;
    private final JsonNode headers;

    private Catalog(JsonNode root) {
        this.component = root.path("componentProperties");
        this.endpoint = root.path("properties");
        this.headers = root.path("headers");
    }

    static Catalog read(String scheme) throws IOException {
        try (InputStream file = Catalog.class.getResourceAsStream(FOLDER + scheme + ".json")) {
            return new Catalog(new ObjectMapper().readTree(file));
        }
    }

    Table path() {
        return options(endpoint, name -> isPath(endpoint.path(name)));
    }

    /** Of the component, of an entry of its accounts, and of the URI. */
    Table account() {
        return options(component, accountOptions()::contains);
    }

    /** Of both component and endpoint, and of no account. */
    Table message() {
        return options(endpoint, name -> component.has(name) && !accountOptions().contains(name) && !isCamels(name));
    }

    Table endpoint() {
        return options(endpoint, name -> !isPath(endpoint.path(name)) && (!component.has(name) || isCamels(name)));
    }

    Table component() {
        return options(component, name -> !endpoint.has(name) || isCamels(name));
    }

    Table headers() {
        return new Table(
                List.of("header", "type", "default", ""),
                names(headers).map(name -> List.of(Table.code(name), type(headers.path(name)), otherwise(headers.path(name)),
                        headers.path(name).path("description").asText())).toList());
    }

    /** Every component and every endpoint has it. */
    private static boolean isCamels(String name) {
        return name.equals("lazyStartProducer");
    }

    private static boolean isPath(JsonNode option) {
        return option.path("kind").asText().equals("path");
    }

    private static Set<String> accountOptions() {
        return Stream.of(WechatMaterialAccount.class.getMethods()).map(method -> method.getName())
                .filter(name -> name.startsWith("set")).map(name -> Character.toLowerCase(name.charAt(3)) + name.substring(4))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Table options(JsonNode options, Predicate<String> wanted) {
        return new Table(
                HEAD, names(options).filter(wanted).map(name -> List.of(Table.code(name), type(options.path(name)),
                        otherwise(options.path(name)), description(options.path(name)))).toList());
    }

    private static Stream<String> names(JsonNode options) {
        Stream.Builder<String> names = Stream.builder();
        options.fieldNames().forEachRemaining(names);
        return names.build();
    }

    private static String type(JsonNode option) {
        if (option.has("enum")) {
            return Stream.of(option.path("enum")).flatMap(values -> values.valueStream())
                    .map(value -> Table.code(value.asText()))
                    .collect(Collectors.joining(", "));
        }
        if (option.path("type").asText().equals("duration")) {
            return "duration";
        }
        return option.path("javaType").asText().replaceAll("[a-z]\\w*\\.", "");
    }

    private static String otherwise(JsonNode option) {
        return option.has("defaultValue") ? Table.code(option.path("defaultValue").asText()) : "";
    }

    private static String description(JsonNode option) {
        return option.path("description").asText() + (option.path("secret").asBoolean() ? " Secret." : "");
    }
}
