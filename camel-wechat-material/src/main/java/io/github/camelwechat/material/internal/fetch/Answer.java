package io.github.camelwechat.material.internal.fetch;

/** Outcome of one request: of one address, at one of its host's IP addresses. */
sealed interface Answer {

    /** A picture, to be closed by its owner. */
    record Picture(Fetched fetched) implements Answer {
    }

    /**
     * The address of the picture is another one.
     *
     * @param location as the host wrote it: not to be trusted
     */
    record Redirect(String location) implements Answer {
    }

    /** No connection came about, so another IP address of the host may be tried. */
    record Unreachable(FetchException failure) implements Answer {
    }
}
