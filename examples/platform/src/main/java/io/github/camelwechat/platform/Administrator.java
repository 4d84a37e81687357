package io.github.camelwechat.platform;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelwechat.simulator.platform.Platform;
import io.github.camelwechat.simulator.platform.Redirect;
import io.github.camelwechat.simulator.push.Push;

/** The administrator of an account, at a browser. The simulator is WeChat, and takes the click on WeChat's page. */
final class Administrator {

    private static final Pattern LINK = Pattern.compile("<a href=\"([^\"]+)\">");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient browser = HttpClient.newHttpClient();
    private final String account;
    private final Platform platform;

    /**
     * Creates the administrator of an account.
     *
     * @param account  the AppID
     * @param platform as WeChat knows it
     */
    Administrator(String account, Platform platform) {
        this.account = account;
        this.platform = platform;
    }

    /** {@return the link to WeChat on a page of the application} */
    URI link(URI page) throws IOException, InterruptedException {
        String html = get(page);
        Matcher link = LINK.matcher(html);
        if (!link.find()) {
            throw new IllegalStateException("No link on the page: " + html);
        }
        return URI.create(link.group(1).replace("&amp;", "&"));
    }

    /** Agrees on WeChat's page, which sends the browser back to the application, and waits for the push of it. */
    void agree(URI link) throws IOException, InterruptedException {
        Map<String, String> query = Stream.of(link.getRawQuery().split("&")).map(field -> field.split("=", 2))
                .collect(Collectors.toMap(field -> field[0], field -> decoded(field[1])));
        Redirect redirect = platform.merchants().authorize(account, null, query.get("pre_auth_code"));
        requireDelivered(Objects.requireNonNull(redirect.push()));
        get(URI.create(query.get("redirect_uri") + "?auth_code=" + encoded(redirect.authCode()) + "&expires_in="
                       + redirect.expiresIn()));
    }

    /** Takes the authorization back on WeChat's page, and waits for the push of it. */
    void withdraw() throws InterruptedException {
        requireDelivered(platform.merchants().withdraw(account));
    }

    /** Waits until the application has answered a push. */
    static void requireDelivered(Push push) throws InterruptedException {
        if (push.awaitEnd(PATIENCE) != Push.State.DELIVERED) {
            throw new IllegalStateException(push + " has not been answered: " + push.attempts());
        }
    }

    private String get(URI page) throws IOException, InterruptedException {
        HttpResponse<String> answer = browser.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(page.getPath() + " was answered with " + answer.statusCode());
        }
        return answer.body();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }
}
