package io.github.camelwechat.simulator.api;

/** The proof that an interface wants of its caller. */
public enum Credential {
    /** the secret of an account, or none at all */
    ACCOUNT_SECRET,
    /** an access token of an account, its own or that of a third-party platform that it has authorized */
    ACCESS_TOKEN,
    /** the secret of a third-party platform */
    COMPONENT_SECRET,
    /** the access token of a third-party platform; other secrets come in the body */
    COMPONENT_TOKEN;

    boolean ofAccount() {
        return this == ACCOUNT_SECRET || this == ACCESS_TOKEN;
    }
}
