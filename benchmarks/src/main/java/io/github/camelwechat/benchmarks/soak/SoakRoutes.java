package io.github.camelwechat.benchmarks.soak;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;

import io.github.camelwechat.material.WechatMaterialConstants;
import io.github.camelwechat.material.WechatMaterialOperations;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** The routes: one for most of the calls, others for time limits that are too short and for callers that wait. */
final class SoakRoutes extends RouteBuilder {

    static final String DIGEST = "soak.digest";
    static final String ALL = "direct:all";
    static final String NARROW = "direct:narrow";
    /** The longest of the time limits, from 1, at whose end an upload has just been sent, or has not. */
    static final int MOST_HURRIED_MILLIS = 16;

    private static final int REQUEST_TIMEOUT_MILLIS = 2000;

    private final String account;

    /** @param apiUrl where the simulator is */
    SoakRoutes(String apiUrl) {
        account = "wechat-material:wxsoak?secret=secret&apiUrl=" + apiUrl;
    }

    static String hurried(int millis) {
        return "direct:hurried-" + millis;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        String limit = "&requestTimeout=";
        from(ALL).streamCache("false").to(account + limit + REQUEST_TIMEOUT_MILLIS + "&allowDeleteByHeader=true")
                .process(SoakRoutes::digest);
        from(NARROW).streamCache("false").to(account + limit + REQUEST_TIMEOUT_MILLIS + "&maxConcurrentRequests=1");
        for (int millis = 1; millis <= MOST_HURRIED_MILLIS; millis++) {
            from(hurried(millis)).streamCache("false").to(account + limit + millis);
        }
    }

    private static void digest(Exchange exchange) throws IOException {
        if (exchange.getMessage().getHeader(WechatMaterialConstants.OPERATION) == WechatMaterialOperations.getMaterial) {
            try (DigestInputStream in
                    = new DigestInputStream(exchange.getMessage().getBody(InputStream.class), Pictures.sha256())) {
                in.transferTo(OutputStream.nullOutputStream());
                exchange.setProperty(DIGEST, Pictures.hex(in.getMessageDigest().digest()));
            }
        }
    }
}
