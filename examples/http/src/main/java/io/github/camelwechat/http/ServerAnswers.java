package io.github.camelwechat.http;

import java.util.List;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** What the HTTP server answers by itself, before a route sees the request: as the routes do, in JSON. */
final class ServerAnswers {

    private static final int FIRST = -1;
    /** An address is short; what is longer would be in memory. */
    private static final int LONGEST_JSON = 8192;

    private static final String HOW
            = "POST multipart/form-data to /materials, or application/json to /materials/from-url.";
    private static final List<Problem> PROBLEMS = List.of(
            new Problem(400, "The request cannot be read.", HOW),
            new Problem(404, "There is nothing here.", HOW),
            new Problem(405, "The method is not POST.", HOW),
            new Problem(411, "The request does not say how long it is.", "Send a Content-Length."),
            new Problem(413, "The request is too large.", "WeChat takes 10 MB; a request that names an address, 8 KB."),
            new Problem(415, "The request is of another type.", HOW),
            new Problem(500, "The request broke off.", HOW));

    private ServerAnswers() {
    }

    /** For a server that listens. */
    static void addTo(LateHttpServer server) {
        server.router().route(HttpMethod.POST, "/materials/from-url").order(FIRST).handler(ServerAnswers::limit);
        if (server.getServer().requestHandler() instanceof Router router) {
            PROBLEMS.forEach(problem -> router.errorHandler(problem.status(), context -> answer(context, problem)));
        }
    }

    private static void limit(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            context.fail(411);
        } else if (Long.parseLong(length) > LONGEST_JSON) {
            context.fail(413);
        } else {
            context.next();
        }
    }

    private static void answer(RoutingContext context, Problem problem) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        // what is left of the request is not waited for
        response.setStatusCode(problem.status()).putHeader(HttpHeaders.CONTENT_TYPE, JsonAnswer.TYPE)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE).end(JsonAnswer.of(problem));
    }
}
