package io.github.camelwechat.material.internal.article;

import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.InvalidMaterialException.Reason;
import org.jspecify.annotations.Nullable;

/** Errors about a body that has no article, or one that WeChat does not take. */
final class ArticleErrors {

    private ArticleErrors() {
    }

    static InvalidMaterialException body(String text) {
        return because(Reason.BODY, text, null);
    }

    static InvalidMaterialException field(String text) {
        return because(Reason.ARTICLE, text, null);
    }

    static InvalidMaterialException because(Reason reason, String text, @Nullable Throwable cause) {
        return new InvalidMaterialException(reason, text, null, cause);
    }
}
