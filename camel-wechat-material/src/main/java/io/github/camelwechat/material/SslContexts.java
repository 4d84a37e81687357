package io.github.camelwechat.material;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.IdentityHashMap;
import java.util.Map;

import javax.net.ssl.SSLContext;

import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * One SSLContext for each SSLContextParameters: endpoints share connections and tokens only where it is the same one.
 * Thread-safe.
 */
final class SslContexts {

    private final SSLContextParametersAware component;
    private final Map<SSLContextParameters, SSLContext> contexts = new IdentityHashMap<>();

    SslContexts(SSLContextParametersAware component) {
        this.component = component;
    }

    /**
     * @param  parameters of the account, or of the component; null where the global ones come in, if they are wanted
     * @return            null for Java's own
     */
    synchronized SSLContext of(SSLContextParameters parameters) {
        SSLContextParameters wanted = parameters != null ? parameters : component.retrieveGlobalSslContextParameters();
        SSLContext context = contexts.get(wanted);
        if (context == null && wanted != null) {
            context = create(wanted);
            contexts.put(wanted, context);
        }
        return context;
    }

    private SSLContext create(SSLContextParameters parameters) {
        try {
            return parameters.createSSLContext(component.getCamelContext());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("The sslContextParameters make no SSLContext: " + e.getMessage(), e);
        }
    }
}
