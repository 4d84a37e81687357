package io.github.camelwechat.simulator.http;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Refuses requests whose header Host is neither a loopback name nor an allowed one: a web page could make its own name
 * resolve to this machine (DNS rebinding) and read the answers. Jetty refuses a second Host, and a request line whose
 * host differs from the header.
 */
public final class HostGuard extends Handler.Abstract.NonBlocking {

    private static final String REFUSED
            = "The header Host does not name a loopback address: use 127.0.0.1 or localhost in the URL, "
              + "or allow the name with --allow-host (in Java: allowHost)";

    private final Set<String> allowed;

    /** Lets loopback names and the given ones pass. */
    public HostGuard(Set<String> allowed) {
        this.allowed = allowed.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** {@return the host; an {@link IllegalArgumentException} is thrown for a text that is no host} */
    public static String requireHost(String host) {
        if (!Authority.isHost(host)) {
            throw new IllegalArgumentException(
                    "'" + host + "' is no host name, such as \"wechat.test\": leave out scheme, port and path");
        }
        return host;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (HttpMethod.CONNECT.is(request.getMethod())) {
            // any 200 would open a tunnel
            new Wire(request, response, callback)
                    .answerAndClose(Refusal.of(Refusal.METHOD_NOT_ALLOWED, "The simulator is no proxy: it has no CONNECT"));
            return true;
        }
        if (Authority.of(request).filter(this::passes).isPresent()) {
            return false;
        }
        new Wire(request, response, callback).answerAndClose(Refusal.of(Refusal.FORBIDDEN, REFUSED));
        return true;
    }

    private boolean passes(Authority called) {
        return called.isLoopback() || allowed.contains(called.host());
    }
}
