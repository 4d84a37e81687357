package io.github.camelwechat.material.transport;

import org.apache.hc.client5.http.auth.AuthExchange;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicScheme;
import org.apache.hc.core5.http.HttpHost;

/**
 * An HTTP proxy: asked to CONNECT where WeChat is reached by HTTPS, to forward where it is plain HTTP.
 *
 * @param host     a name or an address
 * @param username for Basic authentication; null for none
 * @param password null only together with the user name
 */
public record ProxySettings(String host, int port, String username, String password) {

    HttpHost address() {
        return new HttpHost("http", host, port);
    }

    /**
     * The login as the engine adds it to CONNECT, or to what is forwarded, from the first time on: after a 407 a body
     * would have to be sent again.
     */
    AuthExchange login() {
        BasicScheme basic = new BasicScheme();
        basic.initPreemptive(new UsernamePasswordCredentials(username, password.toCharArray()));
        AuthExchange login = new AuthExchange();
        login.select(basic);
        login.setState(AuthExchange.State.SUCCESS);
        return login;
    }

    /** Never the login. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
