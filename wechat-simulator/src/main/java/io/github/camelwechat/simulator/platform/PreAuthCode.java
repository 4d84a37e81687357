package io.github.camelwechat.simulator.platform;

/**
 * A code that an administrator authorizes the platform with.
 *
 * @param value     the code
 * @param expiresIn the seconds that it lives
 */
public record PreAuthCode(String value, long expiresIn) {

    /** Without the code. */
    @Override
    public String toString() {
        return "PreAuthCode[" + expiresIn + " s]";
    }
}
