package io.github.camelwechat.material.internal.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Problems of one file, in which a reader of its format finds properties and URIs; each with the line it is in. */
public final class WrittenOptions {

    private final String file;
    private final KnownOptions names;
    private final List<String> problems = new ArrayList<>();

    /**
     * Creates it without problems.
     *
     * @param file that each problem names
     */
    public WrittenOptions(String file, KnownOptions names) {
        this.file = file;
        this.names = names;
    }

    /** Takes a property; of a value, only the names in a URI and the placeholders are looked at. */
    void property(int line, String name, String value) {
        names.problemOfProperty(name).ifPresent(problem -> add(line, problem));
        if (isOurs(name)) {
            PlaceholderSyntax.problem(value).ifPresent(problem -> add(line, "the value of " + name + " " + problem));
        }
        uri(line, value, List.of());
    }

    /** Takes a text that may be a URI, with the names of the parameters that are written beside it. */
    void uri(int line, String text, Collection<String> parameters) {
        if (names.isUri(text)) {
            names.problemsOfUri(text, parameters).forEach(problem -> add(line, problem));
            PlaceholderSyntax.problem(text).ifPresent(problem -> add(line, "the URI " + problem));
        }
    }

    /** Takes a place that cannot be read. */
    void unreadable(int line, String problem) {
        add(line, problem);
    }

    private static boolean isOurs(String name) {
        return name.contains("camel.component.wechat-material") || name.contains("camel.kamelet.wechat-material");
    }

    private void add(int line, String problem) {
        problems.add(file + ":" + line + ": " + problem);
    }

    /** {@return each problem once, in the order of the file} */
    public List<String> problems() {
        return problems.stream().distinct().toList();
    }
}
