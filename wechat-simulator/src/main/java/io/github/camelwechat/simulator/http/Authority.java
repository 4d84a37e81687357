package io.github.camelwechat.simulator.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * The host and the port in a URL or in a header Host, in one spelling.
 *
 * @param host in lower case, an IPv6 address in brackets
 */
record Authority(String host, int port) {

    private static final int LAST_PORT = 65535;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    /** Without a user and without an IPv6 zone: neither belongs in a header Host. */
    private static final Pattern HOST = Pattern.compile("\\[[0-9a-f:.]+]|[a-z0-9_-]+(\\.[a-z0-9_-]+)*+\\.?");
    private static final Pattern TEXT = Pattern.compile("(?<host>" + HOST + ")(:(?<port>[0-9]{1,5}))?");
    private static final Pattern LOOPBACK = Pattern.compile(
            "localhost\\.?|127(\\.OCTET){3}".replace("OCTET", "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"));

    /** {@return the name by which a client calls this server; empty without exactly one header Host that is valid} */
    static Optional<Authority> of(Request request) {
        List<String> hosts = request.getHeaders().getValuesList(HttpHeader.HOST);
        return hosts.size() == 1 ? parse(hosts.get(0), isSecure(request)) : Optional.empty();
    }

    /**
     * {@return the host and the port; empty for any other text}
     *
     * @param secure whether a text without a port means that of HTTPS
     */
    static Optional<Authority> parse(String text, boolean secure) {
        Matcher parts = TEXT.matcher(text.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        int ifMissing = secure ? HTTPS : HTTP;
        int port = parts.group("port") == null ? ifMissing : Integer.parseInt(parts.group("port"));
        return port > LAST_PORT ? Optional.empty() : Optional.of(new Authority(parts.group("host"), port));
    }

    /** {@return whether a text is a host without a port} */
    static boolean isHost(String text) {
        return HOST.matcher(text.toLowerCase(Locale.ROOT)).matches();
    }

    /** {@return whether the connection itself is TLS, whatever the request line says} */
    static boolean isSecure(Request request) {
        return request.getConnectionMetaData().isSecure();
    }

    /** {@return whether the host is this machine for every resolver; looks no name up} */
    boolean isLoopback() {
        if (!host.startsWith("[")) {
            return LOOPBACK.matcher(host).matches();
        }
        try {
            // text in brackets is an address or an error, never a name
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
