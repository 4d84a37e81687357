package io.github.camelwechat.http;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Why a request has not led to a new material, as its client is told.
 *
 * @param status     of the answer
 * @param error      what is wrong
 * @param errcode    WeChat's code, if it has refused
 * @param advice     what helps
 * @param retryAfter when the same request may be sent again; null where that does not help, or may store it twice
 */
record Problem(int status, String error, @Nullable Integer errcode, String advice, @Nullable Duration retryAfter) {

    /** A time after which a service that was busy may not be any more. */
    static final Duration SOON = Duration.ofSeconds(5);

    Problem(int status, String error, String advice) {
        this(status, error, null, advice, null);
    }
}
