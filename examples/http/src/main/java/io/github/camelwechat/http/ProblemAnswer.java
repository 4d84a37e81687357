package io.github.camelwechat.http;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers with what went wrong. The log has a line of what is no fault of the request. */
final class ProblemAnswer implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswer.class);

    @Override
    public void process(Exchange exchange) {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        Problem problem = Problems.of(failure);
        if (problem.status() >= 500) {
            LOG.warn("Answered {}: {}", problem.status(), failure.toString());
        }
        JsonAnswer.write(exchange.getMessage(), problem.status(), JsonAnswer.of(problem));
        if (problem.retryAfter() != null) {
            exchange.getMessage().setHeader("Retry-After", problem.retryAfter().toSeconds());
        }
    }
}
