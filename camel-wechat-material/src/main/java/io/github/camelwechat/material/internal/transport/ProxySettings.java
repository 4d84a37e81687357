package io.github.camelwechat.material.internal.transport;

import org.apache.hc.client5.http.auth.AuthExchange;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicScheme;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy: asked to CONNECT where WeChat is reached by HTTPS, to forward where it is plain HTTP.
 *
 * @param host  a name or an address
 * @param login null for none
 */
public record ProxySettings(String host, int port, @Nullable Login login) {

    /** For Basic authentication. */
    public record Login(String username, String password) {

        /**
         * As the engine adds it to CONNECT, or to what is forwarded, from the first time on: after a 407 a body would
         * have to be sent again.
         */
        AuthExchange exchange() {
            BasicScheme basic = new BasicScheme();
            basic.initPreemptive(new UsernamePasswordCredentials(username, password.toCharArray()));
            AuthExchange exchange = new AuthExchange();
            exchange.select(basic);
            exchange.setState(AuthExchange.State.SUCCESS);
            return exchange;
        }

        /** Neither of them. */
        @Override
        public String toString() {
            return "Login";
        }
    }

    HttpHost address() {
        return new HttpHost("http", host, port);
    }

    /** Never the login. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
