package io.github.camelwechat.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * A picture's address, put together anew from the parts that it was found to have, so that nobody who reads it later
 * finds others.
 *
 * @param scheme http or https
 * @param host   as in the list of hosts
 * @param port   never -1
 * @param uri    the whole address, in ASCII
 */
record PictureAddress(String scheme, String host, int port, URI uri) {

    private static final int LONGEST = 2048;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** @throws IllegalArgumentException with a text for the client if it is no address that can be fetched */
    static PictureAddress parse(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("The address has more than " + LONGEST + " characters.");
        }
        try {
            return of(new URI(text));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'" + text + "' is no address.", e);
        }
    }

    /** {@return where a redirect leads} */
    PictureAddress resolve(String location) {
        try {
            return parse(uri.resolve(new URI(location)).toString());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'" + location + "' is no address.", e);
        }
    }

    private static PictureAddress of(URI uri) throws URISyntaxException {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("'" + uri + "' does not begin with http:// or https://.");
        }
        String authority = uri.getRawAuthority();
        if (authority == null) {
            throw new IllegalArgumentException("'" + uri + "' names no host.");
        }
        if (authority.contains("@")) {
            throw new IllegalArgumentException("The address has a user's name in it; take it out.");
        }
        HostPort at = HostPort.parse(authority);
        int standard = scheme.equals("https") ? HTTPS : HTTP;
        int port = at.port() == HostPort.NONE ? standard : at.port();
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String shown = scheme + "://" + at.host() + (port == standard ? "" : ":" + port);
        return new PictureAddress(scheme, at.host(), port, new URI(new URI(shown + path + query).toASCIIString()));
    }

    boolean hasDefaultPort() {
        return port == (scheme.equals("https") ? HTTPS : HTTP);
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
