package io.github.camelwechat.material.error;

import java.util.List;

/**
 * The table of codes that the exceptions use, which nobody outside its package sees, for the manual to be held against.
 */
public final class ErrorCodeRows {

    private ErrorCodeRows() {
    }

    /** Code, whether it may succeed later, advice. */
    public static List<List<String>> all() {
        return ErrorCode.known().stream()
                .map(code -> List.of(Integer.toString(code.code()), later(code), code.advice("addMaterial", true, null)))
                .toList();
    }

    private static String later(ErrorCode code) {
        if (code.retryable(true)) {
            return "yes";
        }
        return code.retryable(false) ? "yes, but not `addMaterial`" : "no";
    }
}
