package io.github.camelwechat.material;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.util.StringHelper;

/**
 * Check of the names of properties below {@code camel.component}, for tests and builds of an application: it finds the
 * misspelt ones without a start. Camel's own catalog does not look inside {@code accounts[…]} and {@code platforms[…]}.
 */
public final class WechatMaterialPropertyCheck {

    private static final String SCHEME = "wechat-material";
    private static final List<String> SCHEMES = List.of(SCHEME, SCHEME + "-platform");
    private static final int FEW_EDITS = 2;
    /** Where the options are in Spring Boot without the starter. */
    private static final String CONFIGURATION = "configuration.";
    /** The switches that each component has. */
    private static final Set<String> OF_CAMEL = Set.of("enabled", "customizer.enabled");

    private static final Pattern PROPERTY = Pattern.compile("camel[.]component[.]([^.\\[]+)[.](.+)");
    /** In brackets as Camel Main has it, or after a dot as Spring Boot has it. */
    private static final Pattern ENTRY = Pattern.compile("(accounts|platforms)(?:\\[([^]]*)]|[.]([^.]+))(?:[.](.+))?");

    private static final Map<String, Set<String>> GROUPS
            = Map.of("accounts", setters(WechatMaterialAccount.class), "platforms", setters(WechatMaterialPlatform.class));

    private static final Map<String, Set<String>> COMPONENTS
            = SCHEMES.stream().collect(Collectors.toMap(scheme -> scheme, WechatMaterialPropertyCheck::componentOptions));
    private static final Set<String> CONFIGURED = setters(WechatMaterialConfiguration.class);

    private WechatMaterialPropertyCheck() {
    }

    /**
     * Finds the properties that set no option of the component, an account or a platform. Both notations are known:
     * {@code accounts[brand-a].app-id} of Camel Main and {@code accounts.brand-a.app-id} of Spring Boot, with dashes or
     * in camel case. Properties of other components are passed over, unless they are nearly named as this one.
     *
     * @param  names of all properties of an application, without their values
     * @return       one sentence for each of them, with the nearest right name; empty if all are right
     */
    public static List<String> problems(Collection<String> names) {
        return names.stream().sorted().distinct().map(WechatMaterialPropertyCheck::problem).flatMap(Optional::stream).toList();
    }

    private static Optional<String> problem(String name) {
        Matcher property = PROPERTY.matcher(name);
        if (!property.matches()) {
            return Optional.empty();
        }
        String scheme = property.group(1);
        String option = property.group(2);
        if (!SCHEMES.contains(scheme)) {
            String nearest = NearestName.of(scheme, SCHEMES);
            return NearestName.distance(scheme, nearest) > FEW_EDITS
                    ? Optional.empty() : Optional.of(sentence(name, "camel.component." + nearest + "." + option));
        }
        String prefix = "camel.component." + scheme + ".";
        if (scheme.equals(SCHEME) && option.startsWith(CONFIGURATION)) {
            return optionProblem(name, prefix + CONFIGURATION, option.substring(CONFIGURATION.length()), CONFIGURED);
        }
        Matcher entry = ENTRY.matcher(option);
        return scheme.equals(SCHEME) && entry.matches()
                ? entryProblem(name, prefix, entry)
                : optionProblem(name, prefix, option, COMPONENTS.getOrDefault(scheme, Set.of()));
    }

    private static Optional<String> entryProblem(String name, String prefix, Matcher entry) {
        String alias = entry.group(2) == null ? entry.group(3) : entry.group(2);
        if (!AccountResolver.isName(alias)) {
            return Optional.of(name + ": the name '" + alias + "' may hold only lower-case letters, digits and dashes");
        }
        String option = entry.group(4);
        if (option == null) {
            // a bean
            return Optional.empty();
        }
        String entryPrefix = prefix + name.substring(prefix.length(), name.length() - option.length());
        return optionProblem(name, entryPrefix, option, GROUPS.getOrDefault(entry.group(1), Set.of()));
    }

    private static Optional<String> optionProblem(String name, String prefix, String option, Set<String> options) {
        if (GROUPS.containsKey(option)) {
            return Optional.of(name + " is a group and sets nothing; write " + name + "[NAME]. and an option");
        }
        String written = StringHelper.dashToCamelCase(option);
        if (options.contains(written) || OF_CAMEL.contains(option)) {
            return Optional.empty();
        }
        return Optional.of(sentence(name, prefix + StringHelper.camelCaseToDash(NearestName.of(written, options))));
    }

    private static String sentence(String name, String nearest) {
        return name + " sets nothing; the nearest option is " + nearest;
    }

    /** As Camel's catalog has them: those of the configuration too. */
    private static Set<String> componentOptions(String scheme) {
        String file = "/META-INF/io/github/camelwechat/material/" + scheme + ".json";
        try (InputStream catalog = WechatMaterialPropertyCheck.class.getResourceAsStream(file)) {
            JsonNode options = new ObjectMapper().readTree(catalog).path("componentProperties");
            Set<String> names = new TreeSet<>();
            options.fieldNames().forEachRemaining(names::add);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> setters(Class<?> bean) {
        return Stream.of(bean.getMethods()).map(Method::getName).filter(name -> name.startsWith("set"))
                .map(name -> Character.toLowerCase(name.charAt(3)) + name.substring(4))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
