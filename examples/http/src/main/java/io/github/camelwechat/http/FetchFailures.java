package io.github.camelwechat.http;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;

import javax.net.ssl.SSLException;

import org.apache.hc.core5.http.MessageConstraintException;

/** What went wrong while a picture was fetched, as the client is told. */
final class FetchFailures {

    private static final String LATER = "Try again later, or look whether the address is right.";
    private static final String SEND_IT = "Send the picture itself to /materials.";

    private final String host;
    private final FetchLimits limits;
    private final Fetch fetch;

    FetchFailures(String host, FetchLimits limits, Fetch fetch) {
        this.host = host;
        this.limits = limits;
        this.fetch = fetch;
    }

    RequestException of(Exception failure) {
        return new RequestException(problem(failure), failure);
    }

    private Problem problem(Exception failure) {
        if (fetch.isTimedOut()) {
            return new Problem(504, host + " took more than " + limits.all().toSeconds() + " s.", LATER);
        }
        if (failure instanceof NotPublicException) {
            return new Problem(403, host + " is at no public address: nothing is fetched from there.", SEND_IT);
        }
        if (failure instanceof SlowLookUpException) {
            return new Problem(504, "The address of " + host + " could not be looked up in time.", LATER);
        }
        if (failure instanceof UnknownHostException) {
            return new Problem(422, "There is no host " + host + ".", "Look whether the address is right.");
        }
        if (failure instanceof InterruptedIOException) {
            return new Problem(504, host + " did not answer in time.", LATER);
        }
        if (failure instanceof SSLException) {
            return new Problem(502, "With " + host + " no trusted connection can be made.", SEND_IT);
        }
        if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
            return new Problem(502, host + " cannot be reached.", LATER);
        }
        if (failure instanceof MessageConstraintException) {
            return new Problem(
                    502, host + " answered with too long a head: " + AnswerHeads.MAX_HEADER_LINES + " lines of "
                         + AnswerHeads.MAX_LINE_BYTES + " bytes are read, and " + AnswerHeads.MAX_HEADS + " heads.",
                    SEND_IT);
        }
        return new Problem(502, host + " broke off.", LATER);
    }
}
