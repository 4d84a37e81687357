package io.github.camelwechat.simulator.rule;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The paths of the interfaces: nothing could ever happen at others. Internal: not API. */
public final class ServedPaths {

    private final Supplier<Set<String>> paths;

    /**
     * Those of interfaces that may be made later.
     *
     * @param paths asked for when they are needed
     */
    public ServedPaths(Supplier<Set<String>> paths) {
        this.paths = paths;
    }

    /**
     * {@return whether there is an interface}
     *
     * @param path any text
     */
    public boolean has(String path) {
        return paths.get().contains(path);
    }

    /**
     * {@return the path}
     *
     * @param path that of an interface; others are refused with an {@link IllegalArgumentException}
     */
    public String require(String path) {
        if (!has(path)) {
            throw new IllegalArgumentException(
                    "'" + path + "' is not the path of an interface; served are "
                                               + String.join(", ", new TreeSet<>(paths.get())));
        }
        return path;
    }

    /**
     * Refuses a pattern that no interface matches with an {@link IllegalArgumentException}.
     *
     * @param pattern the path of an interface, or the beginning of some with an asterisk behind it
     */
    public void requireAny(String pattern) {
        if (paths.get().stream().noneMatch(path -> matches(pattern, path))) {
            require(pattern);
        }
    }

    /**
     * {@return whether a path is meant by a pattern}
     *
     * @param pattern a path, or the beginning of some with an asterisk behind it
     * @param path    any
     */
    public static boolean matches(String pattern, String path) {
        return pattern.endsWith("*") ? path.startsWith(pattern.substring(0, pattern.length() - 1)) : pattern.equals(path);
    }
}
