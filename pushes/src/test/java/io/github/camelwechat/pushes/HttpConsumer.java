package io.github.camelwechat.pushes;

/**
 * A consumer of HTTP, with the options that it needs beside a route without stream caching: those by which a large body
 * does not get into memory, and the stack trace of a failure not into an answer.
 */
enum HttpConsumer {

    PLATFORM_HTTP("platform-http:/push"),
    JETTY("jetty:http://127.0.0.1:%d/push?disableStreamCache=true"),
    UNDERTOW("undertow:http://127.0.0.1:%d/push?muteException=true"),
    NETTY_HTTP("netty-http:http://127.0.0.1:%d/push?muteException=true"),
    SERVLET("servlet:push?disableStreamCache=true");

    private final String uri;

    HttpConsumer(String uri) {
        this.uri = uri;
    }

    String uri(int port) {
        return uri.formatted(port);
    }
}
