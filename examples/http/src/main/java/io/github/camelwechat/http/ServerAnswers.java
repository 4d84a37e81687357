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
            new Problem(408, "The request took too long.", "Send the whole request again."),
            new Problem(411, "The request does not say how long it is.", "Send a Content-Length."),
            new Problem(413, "The request is too large.", "WeChat takes 10 MB; a request that names an address, 8 KB."),
            new Problem(415, "The request is of another type.", HOW),
            new Problem(500, "The request broke off.", HOW));

    private ServerAnswers() {
    }

    /** Adds them, and the watch over how requests arrive, to a server's router. */
    static void addTo(Router router, Connections connections, ServerLimits limits, long largest) {
        router.route().order(FIRST).handler(connections::begun)
                .handler(context -> Reception.begin(context, limits, largest));
        router.route(HttpMethod.POST, "/materials/from-url").order(FIRST).handler(ServerAnswers::limit);
        // what a client that has gone fails with; without a handler, each would be logged with a stack trace
        router.errorHandler(200, context -> answer(context, PROBLEMS.get(0)));
        PROBLEMS.forEach(problem -> router.errorHandler(problem.status(), context -> answer(context, problem)));
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

    private static void answer(RoutingContext context, Problem standard) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        Problem problem = context.failure() instanceof RequestException refused ? refused.problem() : standard;
        // what is left of the request is not waited for, and no further file of it kept
        context.request().uploadHandler(null);
        response.setStatusCode(problem.status()).putHeader(HttpHeaders.CONTENT_TYPE, JsonAnswer.TYPE)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE).end(JsonAnswer.of(problem));
    }
}
