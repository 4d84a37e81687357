package io.github.camelwechat.material.internal.transport;

/** Part of WeChat's cloud hosting in the calls of an account. */
public enum CloudHosting {
    /** none: the account has a secret or a token of its own */
    NONE,
    /** it gives the container a token */
    TOKEN,
    /** its side process in the container takes the calls, and adds the credential */
    SIDE_PROCESS
}
