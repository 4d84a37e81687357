package io.github.camelwechat.simulator.token;

/**
 * A token as the token interfaces answer it.
 *
 * @param value     the access token
 * @param expiresIn the seconds that it has left
 */
public record IssuedToken(String value, long expiresIn) {

    @Override
    public String toString() {
        return "IssuedToken[" + expiresIn + " s]";
    }
}
