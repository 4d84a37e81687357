package io.github.camelwechat.material;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.IdentityHashMap;
import java.util.Optional;

import javax.net.ssl.SSLContext;

import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;

/**
 * One SSLContext for each SSLContextParameters: endpoints share connections and tokens only where it is the same one.
 * Thread-safe.
 */
final class SslContexts {

    private final IdentityHashMap<SSLContextParameters, SSLContext> contexts = new IdentityHashMap<>();

    /**
     * The context that these parameters make; the same one for the same parameters.
     *
     * @param  parameters of the account, or of the component; none where the global ones come in, if they are wanted
     * @param  component  knows whether they are, and makes the context
     * @return            null for Java's own
     */
    synchronized @Nullable SSLContext of(Optional<SSLContextParameters> parameters, SSLContextParametersAware component) {
        return parameters.or(() -> Optional.ofNullable(component.retrieveGlobalSslContextParameters()))
                .map(wanted -> contexts.computeIfAbsent(wanted, key -> create(key, component))).orElse(null);
    }

    private static SSLContext create(SSLContextParameters parameters, SSLContextParametersAware component) {
        try {
            return parameters.createSSLContext(component.getCamelContext());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("The sslContextParameters make no SSLContext: " + e.getMessage(), e);
        }
    }
}
