package io.github.camelwechat.material.springboot;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The option that a property sets.
 *
 * @param account the name of the account, or null for an option of the component
 * @param option  the name with dashes; empty for the account or the whole configuration as a bean
 */
record PropertyKey(@Nullable String account, String option) {

    /** {@return the key's name in a file} */
    String property() {
        String name = WrittenProperties.PREFIX + (account == null ? "" : ".accounts." + account);
        return option.isEmpty() ? name : name + "." + option;
    }

    /** {@return the variable of the environment that sets the option} */
    String variable() {
        return WrittenProperties.VARIABLE + upper(account == null ? option : path("accounts", account), "");
    }

    /** {@return the other variable that sets the option, which keeps apart accounts that only dashes tell apart} */
    String variableWithDashes() {
        return WrittenProperties.VARIABLE_WITH_DASHES + upper(account == null ? option : path("accounts", account), "_");
    }

    private String path(String group, String name) {
        return option.isEmpty() ? group + "." + name : group + "." + name + "." + option;
    }

    private static String upper(String path, String dash) {
        return path.replace("-", dash).replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
