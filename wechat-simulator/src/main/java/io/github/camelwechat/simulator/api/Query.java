package io.github.camelwechat.simulator.api;

/** The parameters of a request's query, decoded. */
@FunctionalInterface
public interface Query {

    /** {@return the first value, null if the parameter is not there} */
    String value(String name);
}
