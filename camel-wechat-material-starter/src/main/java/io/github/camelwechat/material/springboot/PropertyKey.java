package io.github.camelwechat.material.springboot;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The option that a property sets.
 *
 * @param entry  the account or platform, or null for an option of the component
 * @param option the name with dashes; empty for the entry or the whole configuration as a bean
 */
record PropertyKey(@Nullable EntryName entry, String option) {

    /** {@return the key's name in a file} */
    String property() {
        return WrittenProperties.PREFIX + "." + path();
    }

    /** {@return the variable of the environment that sets the option} */
    String variable() {
        return WrittenProperties.VARIABLE + upper("");
    }

    /** {@return the other variable that sets the option, which keeps apart entries that only dashes tell apart} */
    String variableWithDashes() {
        return WrittenProperties.VARIABLE_WITH_DASHES + upper("_");
    }

    private String path() {
        if (entry == null) {
            return option;
        }
        return option.isEmpty() ? entry.path() : entry.path() + "." + option;
    }

    private String upper(String dash) {
        return path().replace("-", dash).replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
