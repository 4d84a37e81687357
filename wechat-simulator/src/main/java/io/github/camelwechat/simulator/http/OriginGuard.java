package io.github.camelwechat.simulator.http;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Refuses requests that a browser sends for a page of another origin. Browsers say so themselves, in Origin with every
 * cross-site POST and in Sec-Fetch-Site with every request; other clients send neither. The Content-Type tells nothing:
 * curl sends that of forms, and fetch in Node sends text/plain. Referer tells nothing: a page can leave it out.
 */
public final class OriginGuard extends Handler.Abstract.NonBlocking {

    private static final Pattern ORIGIN = Pattern.compile("(https?)://(.+)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        HttpFields headers = request.getHeaders();
        if (headers.getValuesList(HttpHeader.ORIGIN).stream().allMatch(origin -> isOwn(origin, request))
                && OWN_SITES.containsAll(headers.getValuesList("Sec-Fetch-Site"))) {
            return false;
        }
        new Wire(request, response, callback).answerAndClose(Refusal.of(
                Refusal.FORBIDDEN,
                "The request comes from a web page of another origin: use a program such as curl, or open the URL directly"));
        return true;
    }

    /** {@return whether the origin is this server, by the name that the request calls it} */
    private static boolean isOwn(String origin, Request request) {
        Matcher parts = ORIGIN.matcher(origin);
        if (!parts.matches()) {
            return false;
        }
        boolean secure = parts.group(1).equalsIgnoreCase("https");
        Optional<Authority> page = Authority.parse(parts.group(2), secure);
        return page.isPresent() && secure == Authority.isSecure(request) && page.equals(Authority.of(request));
    }
}
