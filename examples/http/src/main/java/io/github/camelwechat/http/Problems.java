package io.github.camelwechat.http;

import java.time.Duration;
import java.util.Set;

import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.UnexpectedAnswerException;
import io.github.camelwechat.material.error.UnknownOutcomeException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.error.WechatMaterialException;

/** What a failure of the route means for the one who sent the request. It shows nothing of this side's network. */
final class Problems {

    private static final Duration LATER = Duration.ofMinutes(1);
    private static final int BUSY = -1;
    /** WeChat's codes that speak of the file, its name or its description. */
    private static final Set<Integer> ABOUT_THE_FILE = Set.of(
            40004, 40005, 40006, 40009, 40010, 40011, 40012, 40035, 40113, 40137, 41005, 44001, 45001, 45003, 45004, 45007);

    private static final String LOOK_FIRST
            = "Look into the material library before you send it again: the same file sent twice is stored twice.";
    private static final String ASK = "Tell whoever runs this service; its log says more.";

    private Problems() {
    }

    static Problem of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RequestException refused) {
                return refused.problem();
            }
        }
        if (failure instanceof InvalidMaterialException invalid) {
            return of(invalid);
        }
        if (failure instanceof NotSentException) {
            return new Problem(
                    503, "WeChat could not be reached; nothing was sent.", null, "Send the same request again.", Problem.SOON);
        }
        if (failure instanceof WechatApiException refusal) {
            return of(refusal);
        }
        if (failure instanceof UnknownOutcomeException) {
            return new Problem(504, "The file was sent, and no answer came: it may be in the library.", LOOK_FIRST);
        }
        if (failure instanceof UnexpectedAnswerException) {
            return new Problem(
                    502, "Something other than WeChat answered: the file may be in the library.", LOOK_FIRST);
        }
        if (failure instanceof WechatMaterialException) {
            return new Problem(500, "The file could not be taken in; nothing was sent.", ASK);
        }
        return new Problem(500, "This service has a fault: the file may be in the library all the same.", ASK);
    }

    private static Problem of(InvalidMaterialException invalid) {
        int status = switch (invalid.getReason()) {
            case SIZE -> 413;
            case FORMAT -> 415;
            case PLAY_TIME, ARTICLE -> 422;
            case BODY, EMPTY, LENGTH -> 400;
            case UNREADABLE -> 500;
        };
        return status == 500
                ? new Problem(500, "The file could not be read; nothing was sent.", ASK)
                : new Problem(status, String.valueOf(invalid.getMessage()), "Nothing was sent to WeChat.");
    }

    private static Problem of(WechatApiException refusal) {
        int errcode = refusal.getErrcode();
        if (errcode == BUSY) {
            return refusal.isRetryable()
                    ? new Problem(503, "WeChat was busy; nothing was sent.", errcode, refusal.getAdvice(), Problem.SOON)
                    : new Problem(502, "WeChat was busy: the file may be in the library.", errcode, LOOK_FIRST, null);
        }
        if (refusal.isRetryable()) {
            return new Problem(503, "WeChat refuses for now.", errcode, "Send the same request again later.", LATER);
        }
        return ABOUT_THE_FILE.contains(errcode)
                ? new Problem(422, "WeChat refuses the file.", errcode, refusal.getAdvice(), null)
                : new Problem(502, "WeChat refuses the account or its call.", errcode, ASK, null);
    }
}
