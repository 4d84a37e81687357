package io.github.camelwechat.material.springboot;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.camelwechat.material.WechatMaterialConfiguration;

/** The keys that there are, in the two notations: of files, and of variables of the environment. */
final class PropertyKeys {

    static final String ACCOUNTS = "accounts";
    static final String CONFIGURATION = "configuration";
    private static final String CUSTOMIZER = "customizer.enabled";
    private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9-]+");

    private final OptionNames component
            = OptionNames.of(WechatMaterialComponentConfiguration.class).without(ACCOUNTS, CONFIGURATION);
    private final OptionNames account = OptionNames.of(WechatMaterialAccountProperties.class);
    private final OptionNames configuration = OptionNames.of(WechatMaterialConfiguration.class);

    /**
     * Reads the name of a property that has dots.
     *
     * @param  problems hears why there is no such key, and which one is the nearest
     * @return          empty also for a group without members: {@code accounts: {}}
     */
    Optional<PropertyKey> dotted(WrittenProperty property, Consumer<String> problems) {
        List<String> elements = property.elements();
        String first = elements.isEmpty() ? "" : OptionNames.uniform(elements.get(0));
        Optional<PropertyKey> key = switch (elements.size()) {
            case 1 -> first.equals(CONFIGURATION)
                    ? Optional.of(new PropertyKey(null, CONFIGURATION))
                    : component.find(elements.get(0)).map(option -> new PropertyKey(null, option));
            case 2 -> pair(first, elements.get(1));
            case 3 -> first.equals(ACCOUNTS)
                    ? account.find(elements.get(2))
                            .map(option -> new PropertyKey(elements.get(1), option))
                    : Optional.empty();
            default -> Optional.empty();
        };
        if (key.isPresent()) {
            checkAccount(property, key.get(), problems);
            return key;
        }
        boolean group = elements.isEmpty() || (first.equals(ACCOUNTS) && elements.size() == 1);
        if (group && property.isBlank()) {
            return key;
        }
        problems.accept(group
                ? property.where() + " is a group of options and has no value of its own"
                : property.where() + " is no option; the nearest is " + WrittenProperties.PREFIX + "."
                  + nearest(elements, first));
        return key;
    }

    private Optional<PropertyKey> pair(String first, String second) {
        return switch (first) {
            case ACCOUNTS -> Optional.of(new PropertyKey(second, ""));
            case CONFIGURATION -> configuration.find(second)
                    .map(option -> new PropertyKey(null, CONFIGURATION + "." + option));
            default -> OptionNames.uniform(first + "." + second).equals(CUSTOMIZER)
                    ? Optional.of(new PropertyKey(null, CUSTOMIZER)) : Optional.empty();
        };
    }

    private static void checkAccount(WrittenProperty property, PropertyKey key, Consumer<String> problems) {
        String name = key.account();
        if (name != null && !ACCOUNT.matcher(name).matches()) {
            problems.accept(property.where() + ": the name of an account may hold only lower-case letters, digits and dashes");
        }
    }

    private String nearest(List<String> elements, String first) {
        String last = elements.get(elements.size() - 1);
        if (first.equals(ACCOUNTS) && account.find(last).isEmpty() && component.find(last).isPresent()) {
            return component.find(last).orElseThrow() + ", for all accounts";
        }
        String name = elements.size() > 1 ? elements.get(1) : "NAME";
        return OptionNames.nearest(candidates(first, name).toList(), String.join(".", elements));
    }

    private Stream<String> candidates(String first, String name) {
        return switch (first) {
            case ACCOUNTS -> account.below(ACCOUNTS + "." + name);
            case CONFIGURATION -> configuration.names().stream().filter(option -> component.find(option).isPresent());
            default -> Stream.of(component.names().stream(), Stream.of(CUSTOMIZER), account.below(ACCOUNTS + "." + name))
                    .flatMap(names -> names);
        };
    }

    /** {@return what a variable without dashes sets; its account is called as in the variable} */
    Optional<PropertyKey> variable(WrittenProperty property) {
        List<String> tokens = property.elements();
        if (!tokens.get(0).equals(ACCOUNTS)) {
            return ofComponent().filter(key -> key.variable().equals(upper(property).replace("-", ""))).findFirst();
        }
        return switch (tokens.size()) {
            case 2 -> Optional.of(new PropertyKey(tokens.get(1), ""));
            case 3 -> account.find(tokens.get(2)).map(option -> new PropertyKey(tokens.get(1), option));
            default -> Optional.empty();
        };
    }

    /** {@return what a variable with {@code _} for each dash sets, of the component or of one of these accounts} */
    Optional<PropertyKey> variableWithDashes(WrittenProperty property, Collection<String> accounts) {
        String name = property.name();
        // in mixed case Spring Boot does not find it
        boolean oneCase = name.equals(upper(property)) || name.equals(name.toLowerCase(Locale.ROOT));
        return Stream.concat(ofComponent(), accounts.stream().flatMap(this::ofAccount)).filter(key -> oneCase)
                .filter(key -> key.variableWithDashes().equals(upper(property))).findFirst();
    }

    /** {@return the variable that is meant by another one} */
    String nearestVariable(WrittenProperty property) {
        List<String> tokens = property.elements();
        if (tokens.size() > 2 && OptionNames.distance(tokens.get(0), ACCOUNTS) < 3) {
            return accountVariable(tokens.subList(1, tokens.size()));
        }
        boolean interim = tokens.get(0).equals(CONFIGURATION);
        List<String> names = component.names().stream().map(OptionNames::uniform).toList();
        String written = String.join("", interim ? tokens.subList(1, tokens.size()) : tokens);
        return new PropertyKey(null, OptionNames.nearest(names, written)).variable();
    }

    /** The option may be of several tokens, as in {@code BRAND_A_APP_ID}, or misspelt. */
    private String accountVariable(List<String> tokens) {
        for (int split = 1; split < tokens.size(); split++) {
            Optional<String> option = account.find(String.join("", tokens.subList(split, tokens.size())));
            if (option.isPresent()) {
                return new PropertyKey(String.join("", tokens.subList(0, split)), option.get()).variable();
            }
        }
        int last = tokens.size() - 1;
        String option = OptionNames.nearest(account.names(), tokens.get(last));
        return new PropertyKey(String.join("", tokens.subList(0, last)), option).variable();
    }

    private Stream<PropertyKey> ofComponent() {
        return Stream.of(component.names().stream(), Stream.of(CONFIGURATION, CUSTOMIZER), configuration.below(CONFIGURATION))
                .flatMap(names -> names).map(option -> new PropertyKey(null, option));
    }

    private Stream<PropertyKey> ofAccount(String name) {
        return Stream.concat(Stream.of(""), account.names().stream()).map(option -> new PropertyKey(name, option));
    }

    private static String upper(WrittenProperty property) {
        return property.name().toUpperCase(Locale.ROOT);
    }
}
