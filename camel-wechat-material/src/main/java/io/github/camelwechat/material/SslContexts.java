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

    private final SSLContextParametersAware component;
    private final IdentityHashMap<SSLContextParameters, SSLContext> contexts = new IdentityHashMap<>();

    SslContexts(SSLContextParametersAware component) {
        this.component = component;
    }

    /**
     * The context that these parameters make; the same one for the same parameters.
     *
     * @param  parameters of the account, or of the component; none where the global ones come in, if they are wanted
     * @return            null for Java's own
     */
    synchronized @Nullable SSLContext of(Optional<SSLContextParameters> parameters) {
        return parameters.or(() -> Optional.ofNullable(component.retrieveGlobalSslContextParameters()))
                .map(wanted -> contexts.computeIfAbsent(wanted, this::create)).orElse(null);
    }

    private SSLContext create(SSLContextParameters parameters) {
        try {
            return parameters.createSSLContext(component.getCamelContext());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("The sslContextParameters make no SSLContext: " + e.getMessage(), e);
        }
    }
}
