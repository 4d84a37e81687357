package io.github.camelwechat.benchmarks.soak;

import io.github.camelwechat.material.error.WechatMaterialException;
import org.jspecify.annotations.Nullable;

/** Outcomes of an exchange, as the component reports them. */
enum CallEnd {

    /** it has taken effect */
    DONE,
    /** it has not taken effect, and will not */
    NOT_DONE,
    /** it may have taken effect */
    OPEN,
    /** nothing: the exception is not one of the component's */
    FOREIGN;

    static CallEnd of(@Nullable Throwable failure) {
        if (failure == null) {
            return DONE;
        }
        if (failure instanceof WechatMaterialException known) {
            return known.mayHaveTakenEffect() ? OPEN : NOT_DONE;
        }
        return FOREIGN;
    }
}
