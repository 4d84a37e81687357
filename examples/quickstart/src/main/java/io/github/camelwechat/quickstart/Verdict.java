package io.github.camelwechat.quickstart;

import java.util.Locale;
import java.util.Set;

import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.InvalidMaterialException.Reason;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.error.WechatMaterialException;
import org.jspecify.annotations.Nullable;

/** What became of a file, in one word. */
enum Verdict {
    /** It is in the library. */
    STORED,
    /** The reason lies in the file: another attempt would be refused too. */
    REFUSED,
    /** It went out whole, but no answer of WeChat's came, or that it was too busy: it may be in the library. */
    UNKNOWN,
    /** The reason lies elsewhere: the file stays in its folder. */
    FAILED;

    /** WeChat's codes that speak of the file itself. */
    private static final Set<Integer> ABOUT_THE_FILE = Set.of(
            40005, 40006, 40009, 40010, 40011, 40012, 40035, 40113, 40137, 44001, 45001, 45003, 45004, 45007, 45068);

    static Verdict of(@Nullable Exception failure) {
        if (failure == null) {
            return STORED;
        }
        if (failure instanceof WechatMaterialException known && known.mayHaveTakenEffect()) {
            return UNKNOWN;
        }
        if (failure instanceof WechatApiException refusal) {
            return ABOUT_THE_FILE.contains(refusal.getErrcode()) ? REFUSED : FAILED;
        }
        // a file whose length changes while it is read is still being written
        return failure instanceof InvalidMaterialException invalid && invalid.getReason() != Reason.LENGTH ? REFUSED : FAILED;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
