package io.github.camelwechat.http;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/** A request that is answered with a problem. It may break off what is being read. */
final class RequestException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    RequestException(Problem problem) {
        this(problem, null);
    }

    RequestException(Problem problem, @Nullable Throwable cause) {
        super(problem.error(), cause);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
