package io.github.camelwechat.simulator.cloud;

import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * An environment of the cloud hosting, as a simulator is made with it. Immutable.
 *
 * @param owner     the AppID of the account or third-party platform that it belongs to
 * @param port      the port of its side channel on 127.0.0.1; 0, the default, chooses one that is free
 * @param tokenFile the file that holds the WeChat token, made with its folders if it is not there; null, the default,
 *                  for none
 * @param settings  applied at the start and at each reset; none by default
 */
public record CloudEnvironment(String owner, int port, @Nullable Path tokenFile, Consumer<CloudHosting> settings) {

    private static final int LAST_PORT = 65535;

    /**
     * Refuses a port that there is not.
     *
     * @param owner     an AppID
     * @param port      0 to 65535
     * @param tokenFile null for none
     * @param settings  of the environment
     */
    public CloudEnvironment {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(settings, "settings");
        if (port < 0 || port > LAST_PORT) {
            throw new IllegalArgumentException("Port " + port + " is not between 0 and " + LAST_PORT);
        }
    }

    /**
     * {@return an environment with a free port, without a token file and without settings}
     *
     * @param appId the account or third-party platform that it belongs to
     */
    public static CloudEnvironment ownedBy(String appId) {
        return new CloudEnvironment(appId, 0, null, none -> {
        });
    }

    /**
     * {@return the same environment with that port}
     *
     * @param to 0 for one that is free
     */
    public CloudEnvironment port(int to) {
        return new CloudEnvironment(owner, to, tokenFile, settings);
    }

    /**
     * {@return the same environment with that token file}
     *
     * @param to null for none
     */
    public CloudEnvironment tokenFile(@Nullable Path to) {
        return new CloudEnvironment(owner, port, to, settings);
    }

    /**
     * {@return the same environment with further settings}
     *
     * @param further for example {@code cloud -> cloud.allowedPaths(List.of("/cgi-bin/material/add_material"))}
     */
    public CloudEnvironment settings(Consumer<CloudHosting> further) {
        return new CloudEnvironment(owner, port, tokenFile, settings.andThen(further));
    }
}
