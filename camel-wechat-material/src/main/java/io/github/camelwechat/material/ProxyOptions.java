package io.github.camelwechat.material;

import java.util.stream.Stream;

import io.github.camelwechat.material.internal.transport.ProxySettings;
import org.jspecify.annotations.Nullable;

/**
 * The four options of a proxy. They are taken from one place together, so that no proxy is shown the password of
 * another one.
 */
final class ProxyOptions {

    private ProxyOptions() {
    }

    /** {@return null for no proxy} */
    static @Nullable ProxySettings of(WechatMaterialConnection own, WechatMaterialConnection component) {
        String host = own.getProxyHost();
        if (host != null) {
            return read(own, host);
        }
        requireNone(own, "an account or platform that sets one of them has to set it too");
        String inherited = component.getProxyHost();
        if (inherited != null) {
            return read(component, inherited);
        }
        // otherwise requests would go past a proxy that somebody believes in
        requireNone(component, "set it on the component too");
        return null;
    }

    private static void requireNone(WechatMaterialConnection own, String advice) {
        if (Stream.of(own.getProxyPort(), own.getProxyAuthUsername(), own.getProxyAuthPassword())
                .anyMatch(option -> option != null)) {
            throw new IllegalArgumentException("There are options of a proxy without proxyHost; " + advice);
        }
    }

    /** For an account that the URI describes: the component's are not its own, but inherited. */
    static void clear(WechatMaterialConnection own) {
        own.setProxyHost(null);
        own.setProxyPort(null);
        own.setProxyAuthUsername(null);
        own.setProxyAuthPassword(null);
    }

    private static @Nullable ProxySettings read(WechatMaterialConnection options, String proxyHost) {
        String host = proxyHost.strip();
        if (host.isEmpty()) {
            return null;
        }
        Placeholders.refuse("proxyHost", host, "set a host name, or nothing for no proxy");
        if (!host.matches("[^\\s/@:]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            // not repeated: there may be a password in it
            throw new IllegalArgumentException(
                    "proxyHost has to be a bare host name or address; the port belongs into proxyPort, a login into"
                                               + " proxyAuthUsername and proxyAuthPassword");
        }
        Integer port = options.getProxyPort();
        if (port == null || port < 1 || port > 65535) {
            throw new IllegalArgumentException(
                    "proxyHost needs a proxyPort from 1 to 65535, which is " + (port == null ? "missing" : port));
        }
        String username = given("proxyAuthUsername", options.getProxyAuthUsername());
        String password = given("proxyAuthPassword", options.getProxyAuthPassword());
        if ((username == null) != (password == null)) {
            throw new IllegalArgumentException(
                    "A login at the proxy takes proxyAuthUsername and proxyAuthPassword; "
                                               + (username == null ? "proxyAuthUsername" : "proxyAuthPassword")
                                               + " is missing");
        }
        if (username != null && username.indexOf(':') >= 0) {
            throw new IllegalArgumentException("proxyAuthUsername holds a colon, which Basic authentication cannot carry");
        }
        return new ProxySettings(
                host, port, username == null || password == null ? null : new ProxySettings.Login(username, password));
    }

    /** A file that holds a login often ends with a line end, which no login has; spaces may belong to it. */
    private static @Nullable String given(String option, @Nullable String value) {
        Placeholders.refuse(option, value, "check that the property or variable exists");
        return value == null || value.isBlank() ? null : value.replaceFirst("[\\r\\n]+$", "");
    }
}
