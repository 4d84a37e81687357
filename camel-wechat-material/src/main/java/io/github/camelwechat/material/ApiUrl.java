package io.github.camelwechat.material;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * The rules of {@code apiUrl}: absolute, nothing but scheme, host, port and path; plain HTTP only where nobody listens.
 */
final class ApiUrl {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private ApiUrl() {
    }

    static URI of(String text, boolean allowPlainHttp) {
        Placeholders.refuse("apiUrl", text, "use for example https://api.weixin.qq.com");
        URI url;
        try {
            url = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        } catch (URISyntaxException e) {
            // without the cause, which quotes the whole text
            throw new IllegalArgumentException("apiUrl is not a URL; use for example https://api.weixin.qq.com");
        }
        if (url.getHost() == null && url.getRawAuthority() != null) {
            throw new IllegalArgumentException(
                    "apiUrl has no host name that Java takes: only letters, digits, dots and dashes, no underscore");
        }
        boolean http = "http".equalsIgnoreCase(url.getScheme());
        if (url.getHost() == null || (!http && !"https".equalsIgnoreCase(url.getScheme()))) {
            throw new IllegalArgumentException(
                    "apiUrl has to begin with https:// and a host, for example https://api.weixin.qq.com");
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null || url.getRawUserInfo() != null) {
            throw new IllegalArgumentException("apiUrl may hold scheme, host, port and path, but no user, query or fragment");
        }
        if (http && !allowPlainHttp && !isLoopback(url.getHost())) {
            throw new IllegalArgumentException(
                    "apiUrl is plain HTTP to " + url.getHost() + ", which would show the access token to everybody on the way;"
                                               + " use https, or set allowPlainHttp=true");
        }
        return url;
    }

    private static boolean isLoopback(String host) {
        return LOOPBACK.contains(host.toLowerCase(Locale.ROOT)) || host.matches("127(\\.\\d{1,3}){3}");
    }
}
