package io.github.camelwechat.material;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelwechat.material.internal.check.KnownOptions;
import io.github.camelwechat.material.internal.media.NearestName;
import org.apache.camel.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * Names of all options: of the components, accounts and platforms by properties, of endpoints in URIs, and the
 * parameters of the two Kamelets. Each problem is a sentence with the wrong name and the nearest right one.
 */
final class OptionNames implements KnownOptions {

    private static final String SCHEME = "wechat-material";
    private static final List<String> SCHEMES = List.of(SCHEME, SCHEME + "-platform");
    private static final List<String> KAMELETS = List.of(SCHEME + "-action", SCHEME + "-sink");
    private static final String COMPONENTS = "camel.component.";
    private static final int FEW_EDITS = 2;
    /** Where the options are in Spring Boot without the starter. */
    private static final String CONFIGURATION = "configuration.";
    /** The switches that each component has. */
    private static final Set<String> OF_CAMEL = Set.of("enabled", "customizer.enabled");

    /** After what Quarkus has in front, {@code %dev.}, or a ConfigMap, {@code data.} */
    private static final Pattern PROPERTY = Pattern.compile("(?:.*[.])?camel[.]component[.]([^.\\[]+)[.](.+)");
    private static final Pattern OTHER_GROUP
            = Pattern.compile("(?:.*[.])?camel[.](?:([^.]+)[.])?(wechat-material(?:-platform)?)[.](.+)");
    private static final Pattern KAMELET = Pattern.compile("(?:.*[.])?camel[.]kamelet[.]([^.\\[]+)[.](?:[^.]+[.])?([^.]+)");
    /** In brackets as Camel Main has it, after a dot as Spring Boot has it, or both as a quoted key in its YAML. */
    private static final Pattern ENTRY
            = Pattern.compile("(accounts|platforms)(?:[.]?\\[([^]]*)]|[.]([^.]+))(?:[.](.+))?", Pattern.CASE_INSENSITIVE);

    private static final Pattern URI = Pattern.compile("(?s)\\s*(kamelet:(?://)?)?([a-z0-9.+-]+)([:?/][^\\s?]*(?:[?].*)?)?");
    private static final Pattern PLACEHOLDER = Pattern.compile("(?s)\\{\\{.*?}}|\\$\\{.*?}");
    private static final Pattern RAW = Pattern.compile("(?s)RAW(?:\\(.*?\\)|\\{.*?})(?=&|$)");

    private final Map<String, Set<String>> groups
            = Map.of("accounts", setters(WechatMaterialAccount.class), "platforms", setters(WechatMaterialPlatform.class));
    private final Set<String> configuration = setters(WechatMaterialConfiguration.class);
    private final Map<String, Set<String>> components;
    private final Map<String, Set<String>> endpoints;
    /** With the part of the path, which YAML may have beside the scheme. */
    private final Map<String, Set<String>> schemesAlone;

    /**
     * Option of a URI.
     *
     * @param hasValue false for a text without an equals sign, which may be a part of a secret with {@code &} in it
     */
    private record Written(String name, boolean hasValue) {
    }

    OptionNames() {
        Map<String, JsonNode> catalogs = SCHEMES.stream().collect(Collectors.toMap(scheme -> scheme, OptionNames::catalog));
        // those of the configuration too
        components = names(catalogs, "componentProperties", option -> true);
        endpoints = names(catalogs, "properties", option -> option.path("kind").asText().equals("parameter"));
        schemesAlone = names(catalogs, "properties", option -> true);
    }

    private static JsonNode catalog(String scheme) {
        String file = "/META-INF/io/github/camelwechat/material/" + scheme + ".json";
        try (InputStream catalog = OptionNames.class.getResourceAsStream(file)) {
            return new ObjectMapper().readTree(catalog);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Set<String>> names(Map<String, JsonNode> catalogs, String part, Predicate<JsonNode> counts) {
        return catalogs.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> {
            JsonNode options = entry.getValue().path(part);
            return StreamSupport.stream(((Iterable<String>) options::fieldNames).spliterator(), false)
                    .filter(name -> counts.test(options.path(name))).collect(Collectors.toCollection(TreeSet::new));
        }));
    }

    private static Set<String> setters(Class<?> bean) {
        return Stream.of(bean.getMethods()).map(Method::getName).filter(name -> name.startsWith("set"))
                .map(name -> Character.toLowerCase(name.charAt(3)) + name.substring(4))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Optional<String> problemOfProperty(String name) {
        if (name.indexOf('{') >= 0) {
            // a part is known at run time only
            return Optional.empty();
        }
        Matcher property = PROPERTY.matcher(name);
        Matcher kamelet = KAMELET.matcher(name);
        Matcher other = OTHER_GROUP.matcher(name);
        if (property.matches()) {
            return problemOfComponent(name, property.group(1), property.group(2));
        } else if (kamelet.matches()) {
            return problemOfKamelet(name, kamelet.group(1), kamelet.group(2));
        }
        return other.matches() && isNearlyComponent(other.group(1))
                ? Optional.of(sentence(name, COMPONENTS + other.group(2) + "." + other.group(3))) : Optional.empty();
    }

    /** Returns whether a part of a name, if there is one, is most likely to be {@code component}. */
    private static boolean isNearlyComponent(@Nullable String part) {
        return part == null || NearestName.distance(part, "component") <= FEW_EDITS;
    }

    private static Optional<String> problemOfKamelet(String name, String kamelet, String parameter) {
        String nearest = NearestName.of(kamelet, KAMELETS);
        if (!KAMELETS.contains(kamelet)) {
            return NearestName.distance(kamelet, nearest) > FEW_EDITS
                    ? Optional.empty() : Optional.of(name + " sets nothing; the nearest Kamelet is " + nearest);
        }
        return WechatMaterialKameletParameters.nearestOf(parameter).map(right -> sentence(
                name, name.substring(0, name.length() - parameter.length()) + StringHelper.camelCaseToDash(right)));
    }

    private Optional<String> problemOfComponent(String name, String scheme, String option) {
        if (!SCHEMES.contains(scheme)) {
            String nearest = NearestName.of(scheme, SCHEMES);
            return NearestName.distance(scheme, nearest) > FEW_EDITS
                    ? Optional.empty() : Optional.of(sentence(name, COMPONENTS + nearest + "." + option));
        }
        String prefix = name.substring(0, name.length() - option.length());
        if (scheme.equals(SCHEME) && option.startsWith(CONFIGURATION)) {
            return problemOfOption(name, prefix + CONFIGURATION, option.substring(CONFIGURATION.length()), configuration);
        }
        Matcher entry = ENTRY.matcher(option);
        return scheme.equals(SCHEME) && entry.matches()
                ? problemOfEntry(name, entry)
                : problemOfOption(name, prefix, option, components.getOrDefault(scheme, Set.of()));
    }

    private Optional<String> problemOfEntry(String name, Matcher entry) {
        String alias = entry.group(2) == null ? entry.group(3) : entry.group(2);
        if (!AccountResolver.isName(alias)) {
            return Optional.of(name + ": the name '" + alias + "' may hold only lower-case letters, digits and dashes");
        }
        String option = entry.group(4);
        if (option == null) {
            // a bean
            return Optional.empty();
        }
        return problemOfOption(
                name, name.substring(0, name.length() - option.length()), option,
                groups.getOrDefault(entry.group(1).toLowerCase(Locale.ROOT), Set.of()));
    }

    private Optional<String> problemOfOption(String name, String prefix, String option, Set<String> options) {
        if (groups.containsKey(option)) {
            return Optional.of(name + " is a group and sets nothing; write " + name + "[NAME]. and an option");
        }
        if (isOneOf(option, options) || OF_CAMEL.contains(option)) {
            return Optional.empty();
        }
        String nearest = NearestName.of(StringHelper.dashToCamelCase(option), options);
        return Optional.of(sentence(name, prefix + StringHelper.camelCaseToDash(nearest)));
    }

    @Override
    public boolean isUri(String text) {
        Matcher uri = URI.matcher(text);
        return uri.matches() && (uri.group(1) != null || uri.group(3) != null) && !isFar(uri);
    }

    private static boolean isFar(Matcher uri) {
        String name = uri.group(2);
        return NearestName.distance(name, NearestName.of(name, known(uri))) > FEW_EDITS;
    }

    private static List<String> known(Matcher uri) {
        return uri.group(1) == null ? SCHEMES : KAMELETS;
    }

    @Override
    public List<String> problemsOfUri(String uri, Collection<String> parameters) {
        Matcher matcher = URI.matcher(uri);
        if (!matcher.matches()) {
            return List.of();
        }
        String name = matcher.group(2);
        String start = (matcher.group(1) == null ? "" : "kamelet:") + name;
        String nearest = NearestName.of(name, known(matcher));
        if (!nearest.equals(name)) {
            return List.of(start + ": there is no " + name + "; the nearest is " + nearest);
        }
        Stream<Written> written = Stream.concat(
                query(matcher.group(3) == null ? "" : matcher.group(3)),
                parameters.stream().map(one -> new Written(one, true)));
        return written.filter(option -> option.name().indexOf('{') < 0).map(option -> problemInUri(start, matcher, option))
                .flatMap(Optional::stream).toList();
    }

    private Optional<String> problemInUri(String start, Matcher uri, Written option) {
        return nearestInUri(uri, option.name()).map(right -> option.hasValue()
                ? start + ": there is no option " + option.name() + "; the nearest is " + right
                : start + ": a text without = is no option; if it is a part of a value with & in it, write that as RAW(…)");
    }

    private Optional<String> nearestInUri(Matcher uri, String option) {
        if (uri.group(1) != null) {
            return WechatMaterialKameletParameters.nearestOf(option);
        }
        Set<String> options = (":".equals(uri.group(3)) ? schemesAlone : endpoints).getOrDefault(uri.group(2), Set.of());
        return isOneOf(option, options)
                ? Optional.empty() : Optional.of(NearestName.of(StringHelper.dashToCamelCase(option), options));
    }

    /** Returns the options in a query, in which a raw value and a placeholder may hold any character. */
    private static Stream<Written> query(String rest) {
        String plain = PLACEHOLDER.matcher(rest).replaceAll("{}");
        int start = plain.indexOf('?');
        return start < 0
                ? Stream.empty()
                : Stream.of(RAW.matcher(plain.substring(start + 1)).replaceAll("").split("&", -1))
                        .map(part -> new Written(part.split("=", 2)[0].strip(), part.indexOf('=') >= 0))
                        .filter(option -> !option.name().isEmpty());
    }

    /** Returns whether Camel sets an option by this name: whatever its case, and with dashes. */
    private static boolean isOneOf(String name, Set<String> options) {
        String plain = name.replace("-", "");
        return options.stream().anyMatch(plain::equalsIgnoreCase);
    }

    private static String sentence(String name, String nearest) {
        return name + " sets nothing; the nearest option is " + nearest;
    }
}
