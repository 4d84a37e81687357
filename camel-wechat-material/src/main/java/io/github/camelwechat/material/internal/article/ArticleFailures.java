package io.github.camelwechat.material.internal.article;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import io.github.camelwechat.material.error.ArticleException;
import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.InvalidMaterialException.Reason;
import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.WechatMaterialException;
import io.github.camelwechat.material.internal.article.PictureGroup.Result;
import io.github.camelwechat.material.internal.media.VisibleText;
import io.github.camelwechat.material.result.ArticlePicture;
import io.github.camelwechat.material.result.ArticlePicture.Action;

/** Failures of articles, which name the pictures that are missing and carry the report on all. */
final class ArticleFailures {

    private static final int SHOWN_PICTURES = 3;

    private ArticleFailures() {
    }

    /** {@return the failure before anything was sent} */
    static ArticleException unusable(List<ArticlePicture> pictures, ArticleSettings settings) {
        String text = text(pictures, settings) + " Nothing was sent.";
        return new ArticleException(text, pictures, ArticleErrors.because(Reason.ARTICLE, text, null));
    }

    /** {@return the failure of an article with pictures that failed, or were not begun} */
    static ArticleException of(List<ArticlePicture> pictures, PictureGroup.Results results, ArticleSettings settings) {
        Throwable worst = results.pictures().stream().map(Result::failure).filter(Objects::nonNull)
                .max(Comparator.comparingInt(ArticleFailures::severity))
                .orElseGet(() -> new NotSentException("rewriteArticle: no picture was begun, " + results.aborted()));
        StringBuilder text = new StringBuilder(text(pictures, settings));
        if (results.aborted() != null) {
            text.append(" The article was ended: ").append(results.aborted()).append('.');
        }
        long uploaded = pictures.stream().filter(picture -> picture.action() == Action.UPLOADED).count();
        if (uploaded > 0) {
            text.append(' ').append(uploaded).append(" were uploaded; the report of this exception has their addresses.");
        }
        return new ArticleException(text.toString(), pictures, worst);
    }

    /** What may have been stored comes before what can succeed later, and that before what fails again. */
    private static int severity(Throwable failure) {
        if (!(failure instanceof WechatMaterialException ours)) {
            return 2;
        }
        return ours.mayHaveTakenEffect() ? 3 : ours.isRetryable() ? 1 : 0;
    }

    private static String text(List<ArticlePicture> pictures, ArticleSettings settings) {
        List<ArticlePicture> failed = pictures.stream().filter(picture -> picture.error() != null).toList();
        String shown = failed.stream().limit(SHOWN_PICTURES)
                .map(picture -> picture.place() + ", line " + picture.line() + ", "
                                + VisibleText.excerpt(picture.source()) + ": " + withoutStop(String.valueOf(picture.error())))
                .collect(Collectors.joining("; "));
        String more = failed.size() > SHOWN_PICTURES ? "; and " + (failed.size() - SHOWN_PICTURES) + " more" : "";
        String advice = switch (settings.missing()) {
            case FAIL -> " With missingPicture=keep or remove the article goes on without them.";
            case KEEP, REMOVE -> "";
        };
        return "rewriteArticle: " + failed.size() + " of " + pictures.size() + " pictures cannot be shown"
               + (failed.isEmpty() ? "." : " (" + shown + more + ").") + advice;
    }

    private static String withoutStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    /** {@return what a failure says, and what helps here} */
    static String text(Throwable failure, ArticleSettings settings) {
        String text = failure instanceof WechatMaterialException && failure.getMessage() != null
                ? failure.getMessage() : "it failed (" + failure.getClass().getSimpleName() + ")";
        boolean tooLarge = failure instanceof InvalidMaterialException refused && refused.getReason() == Reason.SIZE;
        return tooLarge && !settings.library() ? text + " With largePictures=library it goes into the library." : text;
    }
}
