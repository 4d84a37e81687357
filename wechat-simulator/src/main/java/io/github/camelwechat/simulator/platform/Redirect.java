package io.github.camelwechat.simulator.platform;

import io.github.camelwechat.simulator.push.Push;
import org.jspecify.annotations.Nullable;

/**
 * The end of an authorization, as the administrator's browser brings it to the platform's {@code redirect_uri}.
 *
 * @param authCode  the {@code auth_code}
 * @param expiresIn the seconds that the code lives
 * @param push      the push that says the same; null if the granted sets have not changed, when there is none
 */
public record Redirect(String authCode, long expiresIn, @Nullable Push push) {

    /** Without the code. */
    @Override
    public String toString() {
        return "Redirect[" + expiresIn + " s]";
    }
}
