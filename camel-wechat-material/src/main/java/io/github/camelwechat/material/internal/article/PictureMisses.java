package io.github.camelwechat.material.internal.article;

import java.util.Set;

import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.internal.fetch.FetchException;

/**
 * Which failures are about one picture, which an article can do without. All others, of the token or the network to
 * WeChat for example, are about the account, and would leave an article without any picture.
 */
final class PictureMisses {

    /** Codes about the file: type, size, format, name, emptiness, pixels, content that WeChat does not allow. */
    private static final Set<Integer> ABOUT_THE_FILE
            = Set.of(40004, 40005, 40006, 40009, 40113, 40137, 41005, 44001, 45001, 45068, 87014);

    private PictureMisses() {
    }

    static boolean isMiss(Throwable failure) {
        return failure instanceof InvalidMaterialException || failure instanceof FetchException
                || (failure instanceof WechatApiException refused && ABOUT_THE_FILE.contains(refused.getErrcode()));
    }
}
