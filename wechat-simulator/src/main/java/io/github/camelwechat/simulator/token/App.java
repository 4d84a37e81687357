package io.github.camelwechat.simulator.token;

/**
 * An account that the simulator serves. Internal: not API.
 *
 * @param appId  its AppID
 * @param secret its AppSecret
 */
public record App(String appId, String secret) {

    /**
     * Refuses an AppID that could not stand in a path, and a blank secret.
     *
     * @param appId  its AppID
     * @param secret its AppSecret
     */
    public App {
        if (appId == null || !appId.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException(
                    "AppID '" + appId + "' is not usable: 1 to 64 letters, digits, '_' or '-', for example wxdemo");
        }
        if (secret == null || secret.isBlank()) {
            throw new IllegalArgumentException("App '" + appId + "' needs a secret that is not blank");
        }
    }

    @Override
    public String toString() {
        return "App[" + appId + "]";
    }
}
