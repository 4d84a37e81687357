package io.github.camelwechat.material.springboot;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.camelwechat.material.WechatMaterialConfiguration;

/** The keys that there are, in the two notations: of files, and of variables of the environment. */
final class PropertyKeys {

    static final String CONFIGURATION = "configuration";
    private static final String CUSTOMIZER = "customizer.enabled";
    private static final Pattern ENTRY = Pattern.compile("[a-z0-9-]+");
    private static final int FEW_EDITS = 2;

    private final OptionNames component = OptionNames.of(WechatMaterialComponentConfiguration.class)
            .without(EntryKind.ACCOUNT.group(), EntryKind.PLATFORM.group(), CONFIGURATION);
    private final Map<EntryKind, OptionNames> entries = new EnumMap<>(EntryKind.class);
    private final OptionNames configuration = OptionNames.of(WechatMaterialConfiguration.class);

    PropertyKeys() {
        for (EntryKind kind : EntryKind.values()) {
            entries.put(kind, OptionNames.of(kind.properties()));
        }
    }

    private OptionNames options(EntryKind kind) {
        return Objects.requireNonNull(entries.get(kind));
    }

    /**
     * Reads the name of a property that has dots.
     *
     * @param  problems hears why there is no such key, and which one is the nearest
     * @return          empty also for a group without members: {@code accounts: {}}
     */
    Optional<PropertyKey> dotted(WrittenProperty property, Consumer<String> problems) {
        List<String> elements = property.elements();
        String first = elements.isEmpty() ? "" : OptionNames.uniform(elements.get(0));
        Optional<EntryKind> kind = EntryKind.ofGroup(first);
        Optional<PropertyKey> key = switch (elements.size()) {
            case 1 -> first.equals(CONFIGURATION)
                    ? Optional.of(new PropertyKey(null, CONFIGURATION))
                    : component.find(elements.get(0)).map(option -> new PropertyKey(null, option));
            case 2 -> kind.isPresent()
                    ? kind.map(found -> new PropertyKey(new EntryName(found, elements.get(1)), ""))
                    : pair(first, elements.get(1));
            case 3 -> kind.flatMap(found -> options(found).find(elements.get(2))
                    .map(option -> new PropertyKey(new EntryName(found, elements.get(1)), option)));
            default -> Optional.empty();
        };
        if (key.isPresent()) {
            checkName(property, key.get(), problems);
            return key;
        }
        boolean group = elements.isEmpty() || (kind.isPresent() && elements.size() == 1);
        if (group && property.isBlank()) {
            return key;
        }
        problems.accept(group
                ? property.where() + " is a group of options and has no value of its own"
                : property.where() + " is no option; the nearest is " + WrittenProperties.PREFIX + "."
                  + nearest(elements, first, kind));
        return key;
    }

    private Optional<PropertyKey> pair(String first, String second) {
        return switch (first) {
            case CONFIGURATION -> configuration.find(second)
                    .map(option -> new PropertyKey(null, CONFIGURATION + "." + option));
            default -> OptionNames.uniform(first + "." + second).equals(CUSTOMIZER)
                    ? Optional.of(new PropertyKey(null, CUSTOMIZER)) : Optional.empty();
        };
    }

    private static void checkName(WrittenProperty property, PropertyKey key, Consumer<String> problems) {
        EntryName entry = key.entry();
        if (entry != null && !ENTRY.matcher(entry.name()).matches()) {
            problems.accept(property.where() + ": the name of " + (entry.kind() == EntryKind.ACCOUNT ? "an " : "a ")
                            + entry.kind().noun() + " may hold only lower-case letters, digits and dashes");
        }
    }

    private String nearest(List<String> elements, String first, Optional<EntryKind> kind) {
        String last = elements.get(elements.size() - 1);
        if (kind.equals(Optional.of(EntryKind.ACCOUNT)) && options(kind.get()).find(last).isEmpty()
                && component.find(last).isPresent()) {
            return component.find(last).orElseThrow() + ", for all accounts";
        }
        String name = elements.size() > 1 ? elements.get(1) : "NAME";
        return OptionNames.nearest(candidates(first, kind, name).toList(), String.join(".", elements));
    }

    private Stream<String> candidates(String first, Optional<EntryKind> kind, String name) {
        if (kind.isPresent()) {
            return below(kind.get(), name);
        }
        return first.equals(CONFIGURATION)
                ? configuration.names().stream().filter(option -> component.find(option).isPresent())
                : Stream.of(component.names().stream(), Stream.of(CUSTOMIZER), below(EntryKind.ACCOUNT, name),
                        below(EntryKind.PLATFORM, name)).flatMap(names -> names);
    }

    private Stream<String> below(EntryKind kind, String name) {
        return options(kind).below(new EntryName(kind, name).path());
    }

    /** {@return what a variable without dashes sets; its entry is called as in the variable} */
    Optional<PropertyKey> variable(WrittenProperty property) {
        List<String> tokens = property.elements();
        Optional<EntryKind> kind = EntryKind.ofGroup(tokens.get(0));
        if (kind.isEmpty()) {
            return ofComponent().filter(key -> key.variable().equals(upper(property).replace("-", ""))).findFirst();
        }
        return switch (tokens.size()) {
            case 2 -> Optional.of(new PropertyKey(new EntryName(kind.get(), tokens.get(1)), ""));
            case 3 -> options(kind.get()).find(tokens.get(2))
                    .map(option -> new PropertyKey(new EntryName(kind.get(), tokens.get(1)), option));
            default -> Optional.empty();
        };
    }

    /** {@return what a variable with {@code _} for each dash sets, of the component or of one of these entries} */
    Optional<PropertyKey> variableWithDashes(WrittenProperty property, Collection<EntryName> names) {
        String name = property.name();
        // in mixed case Spring Boot does not find it
        boolean oneCase = name.equals(upper(property)) || name.equals(name.toLowerCase(Locale.ROOT));
        return Stream.concat(ofComponent(), names.stream().flatMap(this::ofEntry)).filter(key -> oneCase)
                .filter(key -> key.variableWithDashes().equals(upper(property))).findFirst();
    }

    /** {@return the variable that is meant by another one} */
    String nearestVariable(WrittenProperty property) {
        List<String> tokens = property.elements();
        Optional<EntryKind> kind = Stream.of(EntryKind.values())
                .filter(one -> OptionNames.distance(tokens.get(0), one.group()) <= FEW_EDITS).findFirst();
        if (tokens.size() > 2 && kind.isPresent()) {
            return entryVariable(kind.get(), tokens.subList(1, tokens.size()));
        }
        boolean interim = tokens.get(0).equals(CONFIGURATION);
        List<String> names = component.names().stream().map(OptionNames::uniform).toList();
        String written = String.join("", interim ? tokens.subList(1, tokens.size()) : tokens);
        return new PropertyKey(null, OptionNames.nearest(names, written)).variable();
    }

    /** The option may be of several tokens, as in {@code BRAND_A_APP_ID}, or misspelt. */
    private String entryVariable(EntryKind kind, List<String> tokens) {
        for (int split = 1; split < tokens.size(); split++) {
            Optional<String> option = options(kind).find(String.join("", tokens.subList(split, tokens.size())));
            if (option.isPresent()) {
                return new PropertyKey(
                        new EntryName(kind, String.join("", tokens.subList(0, split))), option.get()).variable();
            }
        }
        int last = tokens.size() - 1;
        String option = OptionNames.nearest(options(kind).names(), tokens.get(last));
        return new PropertyKey(new EntryName(kind, String.join("", tokens.subList(0, last))), option).variable();
    }

    private Stream<PropertyKey> ofComponent() {
        return Stream.of(component.names().stream(), Stream.of(CONFIGURATION, CUSTOMIZER), configuration.below(CONFIGURATION))
                .flatMap(names -> names).map(option -> new PropertyKey(null, option));
    }

    private Stream<PropertyKey> ofEntry(EntryName name) {
        return Stream.concat(Stream.of(""), options(name.kind()).names().stream())
                .map(option -> new PropertyKey(name, option));
    }

    private static String upper(WrittenProperty property) {
        return property.name().toUpperCase(Locale.ROOT);
    }
}
