package io.github.camelwechat.simulator.api;

import org.jspecify.annotations.Nullable;

/** The parameters of a request's query, decoded. */
@FunctionalInterface
public interface Query {

    /** {@return the first value, null if the parameter is not there} */
    @Nullable
    String value(String name);

    /** {@return the first value, empty if the parameter is not there} */
    default String text(String name) {
        String value = value(name);
        return value == null ? "" : value;
    }
}
