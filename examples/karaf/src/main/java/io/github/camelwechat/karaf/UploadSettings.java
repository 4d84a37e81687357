package io.github.camelwechat.karaf;

import java.util.Collections;
import java.util.Comparator;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.osgi.service.cm.ConfigurationException;

/**
 * The properties of a configuration, checked by name: those of the route, and options of the component. It has no text
 * form, because one of them is a secret.
 */
final class UploadSettings {

    static final String FOLDER = "folder";
    static final String POLL_DELAY = "pollDelay";
    static final String REQUEST_TIMEOUT = "requestTimeout";

    private static final List<String> REQUIRED = List.of(FOLDER, "appId", "secret");
    /** Of the component: each by the name that it has in the reference. One more name here is one more property. */
    private static final List<String> OPTIONAL = List.of(POLL_DELAY, "apiUrl", "allowPlainHttp", "connectTimeout",
            REQUEST_TIMEOUT, "responseTimeout", "maxConcurrentRequests", "proxyHost", "proxyPort", "proxyAuthUsername",
            "proxyAuthPassword");
    /** What ConfigAdmin, and Karaf for files in {@code etc}, add to each configuration. */
    private static final List<String> ADDED = List.of("service.", "felix.fileinstall.", "org.apache.karaf.");
    private static final String DEFAULT_POLL_DELAY = "10s";
    /** Values of these are shown nowhere, but for the name of a variable. */
    private static final Set<String> SECRETS = Set.of("secret", "proxyAuthUsername", "proxyAuthPassword");
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{env:(\\w+)}}");
    /** Of a URI, in which the folder is. */
    private static final Pattern SPECIAL = Pattern.compile("[%?\\\\\\x00]");

    private final Map<String, String> values;

    private UploadSettings(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads a configuration.
     *
     * @throws ConfigurationException if a property is missing, unknown or empty, or refers to nothing
     */
    static UploadSettings of(Dictionary<String, ?> properties) throws ConfigurationException {
        Map<String, String> values = new TreeMap<>();
        for (String name : Collections.list(properties.keys())) {
            if (ADDED.stream().noneMatch(name::startsWith)) {
                values.put(name, value(name, properties.get(name)));
            }
        }
        for (String name : REQUIRED) {
            if (!values.containsKey(name)) {
                throw new ConfigurationException(name, "is missing");
            }
        }
        values.putIfAbsent(POLL_DELAY, DEFAULT_POLL_DELAY);
        return new UploadSettings(values);
    }

    private static String value(String name, @Nullable Object value) throws ConfigurationException {
        if (!known().toList().contains(name)) {
            throw new ConfigurationException(name, "is unknown; the nearest property is " + nearest(name));
        }
        if (!(value instanceof String text)) {
            throw new ConfigurationException(name, "is no text");
        }
        if (text.isBlank()) {
            throw new ConfigurationException(name, "is empty, or refers to an environment variable that is not set");
        }
        if (text.contains("${")) {
            throw new ConfigurationException(name, "has a placeholder that Karaf does not resolve");
        }
        return resolved(name, text.strip());
    }

    /** Puts in environment variables. Camel can do so too, but logs their values at DEBUG. */
    private static String resolved(String name, String text) throws ConfigurationException {
        Map<String, String> environment = System.getenv();
        String value = VARIABLE.matcher(text)
                .replaceAll(
                        variable -> Matcher.quoteReplacement(environment.getOrDefault(variable.group(1), variable.group())));
        if (value.contains("{{")) {
            throw new ConfigurationException(name, "refers to something that is not there" + shown(name, text));
        }
        if (value.isBlank()) {
            throw new ConfigurationException(name, "refers to an environment variable that is empty" + shown(name, text));
        }
        return value.strip();
    }

    /** {@return a value as the end of a message; nothing where it may be a secret} */
    static String shown(String name, String value) {
        return SECRETS.contains(name) && !VARIABLE.matcher(value).matches() ? "" : ": " + value;
    }

    private static Stream<String> known() {
        return Stream.concat(REQUIRED.stream(), OPTIONAL.stream());
    }

    private static String nearest(String name) {
        return known().min(Comparator.comparingInt(known -> distance(known, name))).orElseThrow();
    }

    /** Levenshtein's distance. */
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            int[] row = new int[above.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                row[j] = i == 0
                        ? j
                        : Math.min(Math.min(row[j - 1], above[j]) + 1,
                                above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1));
            }
            above = row;
        }
        return above[other.length()];
    }

    /** {@return its names and values, in the order of the names} */
    Map<String, String> values() {
        return Collections.unmodifiableMap(values);
    }

    /**
     * Checks the name of a folder, not whether it is there: that may change without a new configuration.
     *
     * @throws ConfigurationException if Camel would take another folder
     */
    static void requireFolderName(String folder) throws ConfigurationException {
        if (SPECIAL.matcher(folder).find()) {
            throw new ConfigurationException(
                    FOLDER, folder + " has a character that Camel takes for another, or none at all: %, ?, \\ or NUL");
        }
    }
}
