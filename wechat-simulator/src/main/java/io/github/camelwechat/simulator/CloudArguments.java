package io.github.camelwechat.simulator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.camelwechat.simulator.cloud.CloudEnvironment;
import org.jspecify.annotations.Nullable;

/** The program's arguments for the cloud hosting. Not thread-safe. */
final class CloudArguments {

    private static final int DEFAULT_PORT = 8090;

    private final List<String> paths = new ArrayList<>();
    private @Nullable String owner;
    private @Nullable Integer port;
    private @Nullable Path tokenFile;

    void owner(String appId) {
        if (owner != null) {
            throw new IllegalArgumentException("--cloud is given twice: there is one environment");
        }
        owner = appId;
    }

    void port(int to) {
        port = to;
    }

    void tokenFile(Path to) {
        tokenFile = to;
    }

    void path(String allowed) {
        paths.add(allowed);
    }

    /** {@return the environment; empty without {@code --cloud}} */
    Optional<CloudEnvironment> environment() {
        if (owner == null) {
            if (port != null || tokenFile != null || !paths.isEmpty()) {
                throw new IllegalArgumentException(
                        "--cloud-port, --cloud-token-file and --cloud-path need --cloud, for example --cloud wxdemo");
            }
            return Optional.empty();
        }
        CloudEnvironment environment
                = CloudEnvironment.ownedBy(owner).port(port == null ? DEFAULT_PORT : port).tokenFile(tokenFile);
        return Optional.of(paths.isEmpty() ? environment : environment.settings(cloud -> cloud.allowedPaths(paths)));
    }
}
