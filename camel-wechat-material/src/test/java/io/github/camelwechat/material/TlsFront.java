package io.github.camelwechat.material;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import okhttp3.tls.HandshakeCertificates;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** HTTPS for the simulator, which speaks plain HTTP: Jetty in front of it. */
final class TlsFront implements AutoCloseable {

    private final Server server = new Server();
    private final ServerConnector connector;
    private final List<HttpFields> requests = new CopyOnWriteArrayList<>();

    /** @param asksForCertificate whether a client has to show one */
    TlsFront(String simulator, HandshakeCertificates certificates, boolean asksForCertificate) throws Exception {
        SslContextFactory.Server ssl = new SslContextFactory.Server();
        ssl.setSslContext(certificates.sslContext());
        ssl.setNeedClientAuth(asksForCertificate);
        connector = new ServerConnector(
                server, 1, 1, new SslConnectionFactory(ssl, "http/1.1"), new HttpConnectionFactory());
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new ProxyHandler.Reverse(request -> HttpURI.from(simulator + seen(request))));
        server.start();
    }

    private String seen(Request request) {
        requests.add(HttpFields.from(request.getHeaders().stream().toArray(HttpField[]::new)));
        return request.getHttpURI().getPathQuery();
    }

    String url() {
        return "https://127.0.0.1:" + port();
    }

    int port() {
        return connector.getLocalPort();
    }

    /** The headers of each request. */
    List<HttpFields> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }
}
