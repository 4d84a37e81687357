package io.github.camelwechat.consumers;

import java.net.URI;
import java.nio.channels.SocketChannel;

import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ConnectHandler;
import org.eclipse.jetty.util.Promise;

/** An HTTP proxy that takes the simulator for api.weixin.qq.com, and knows no other host. */
final class WechatNetwork extends ConnectHandler implements AutoCloseable {

    static final String WECHAT = "api.weixin.qq.com";

    private static final int HTTPS = 443;

    private final URI simulator;
    private final Server server = new Server(0);

    WechatNetwork(String simulatorUrl) throws Exception {
        simulator = URI.create(simulatorUrl);
        server.setHandler(this);
        server.start();
    }

    int port() {
        return ((NetworkConnector) server.getConnectors()[0]).getLocalPort();
    }

    @Override
    public boolean validateDestination(String host, int port) {
        return host.equals(WECHAT) && port == HTTPS;
    }

    @Override
    protected void connectToServer(Request request, String host, int port, Promise<SocketChannel> promise) {
        super.connectToServer(request, simulator.getHost(), simulator.getPort(), promise);
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
