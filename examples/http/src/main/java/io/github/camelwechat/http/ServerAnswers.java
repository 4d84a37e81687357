package io.github.camelwechat.http;

import java.util.Map;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

/** What the HTTP server answers by itself, before a route sees the request: as the routes do, in JSON. */
final class ServerAnswers {

    private static final int FIRST = -1;
    /** An address is short; what is longer would be in memory. */
    private static final int LONGEST_JSON = 8192;

    private static final Map<Integer, Problem> PROBLEMS = Map.of(
            413, new Problem(413, "The request is too large.", "WeChat takes 10 MB; a request that names an address, 8 KB."),
            400, new Problem(400, "The request cannot be read.", "Send multipart/form-data with one file in the part media."));

    private ServerAnswers() {
    }

    static void addTo(Router router, String jsonPath) {
        router.route(HttpMethod.POST, jsonPath).order(FIRST).handler(
                BodyHandler.create(false).setBodyLimit(LONGEST_JSON));
        router.route().order(FIRST).failureHandler(ServerAnswers::answer);
    }

    private static void answer(RoutingContext context) {
        Problem problem = PROBLEMS.get(context.statusCode());
        if (problem == null || context.response().ended()) {
            context.next();
            return;
        }
        context.response().setStatusCode(problem.status()).putHeader("Content-Type", JsonAnswer.TYPE)
                .putHeader("Connection", "close").end(JsonAnswer.of(problem));
    }
}
