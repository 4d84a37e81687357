package io.github.camelwechat.material.internal.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.camelwechat.material.internal.article.ArticleSettings.Missing;
import io.github.camelwechat.material.internal.article.PictureChange.Keep;
import io.github.camelwechat.material.internal.article.PictureChange.Remove;
import io.github.camelwechat.material.internal.article.PictureGroup.Result;
import io.github.camelwechat.material.internal.article.PictureSource.Own;
import io.github.camelwechat.material.result.ArticlePicture;
import io.github.camelwechat.material.result.ArticlePicture.Action;
import io.github.camelwechat.material.result.RewrittenArticle;
import org.jspecify.annotations.Nullable;

/** The way from what became of the pictures of an article to the article, or to the failure. Immutable. */
final class ArticleReport {

    /** WeChat refuses a draft with more. */
    private static final int MAX_CHARACTERS = 20_000;
    private static final int SHOWN_PARTS = 5;

    private final ArticlePictures found;
    private final List<PlannedPicture> plan;
    /** Which of the uploads is which. */
    private final Map<PictureUpload, Integer> uploads;
    private final ArticleSettings settings;

    ArticleReport(
                  ArticlePictures found, List<PlannedPicture> plan, Map<PictureUpload, Integer> uploads,
                  ArticleSettings settings) {
        this.found = found;
        this.plan = List.copyOf(plan);
        this.uploads = Map.copyOf(uploads);
        this.settings = settings;
    }

    /**
     * Checks before anything is sent that all pictures can be uploaded, if the article fails otherwise.
     *
     * @throws io.github.camelwechat.material.error.ArticleException if one cannot
     */
    void requireUsable() {
        if (settings.missing() == Missing.FAIL && plan.stream().anyMatch(ArticleReport::isUnusable)) {
            List<Result> none = uploads.keySet().stream().map(upload -> Result.SKIPPED).toList();
            throw ArticleFailures.unusable(pictures(none), settings);
        }
    }

    private static boolean isUnusable(PlannedPicture planned) {
        return planned.upload() == null && planned.change() == null;
    }

    /** {@return whether a failure ends the article, so that no further picture is begun} */
    boolean endsArticle(Throwable failure) {
        return settings.missing() == Missing.FAIL || !PictureMisses.isMiss(failure);
    }

    /**
     * Makes the article.
     *
     * @throws io.github.camelwechat.material.error.ArticleException if a picture is missing that must not be
     */
    RewrittenArticle article(PictureGroup.Results results) {
        List<ArticlePicture> pictures = pictures(results.pictures());
        boolean whole = results.pictures().stream().allMatch(result -> result.picture() != null
                || (results.aborted() == null && result.failure() != null && !endsArticle(result.failure())));
        if (!whole) {
            throw ArticleFailures.of(pictures, results, settings);
        }
        String html = found.withChanges(plan.stream().map(planned -> change(planned, results.pictures())).toList());
        return new RewrittenArticle(html, pictures, warnings(html), html.length());
    }

    private List<String> warnings(String html) {
        List<String> warnings = new ArrayList<>(found.warnings());
        if (html.length() >= MAX_CHARACTERS) {
            warnings.add(String.format(
                    "The article has %,d characters, and WeChat takes less than %,d in a draft. The largest parts: %s",
                    html.length(), MAX_CHARACTERS, String.join("; ", found.largestParts(SHOWN_PARTS))));
        }
        return warnings;
    }

    private PictureChange change(PlannedPicture planned, List<Result> results) {
        if (planned.change() != null) {
            return planned.change();
        }
        Result result = result(planned, results);
        if (result.picture() != null) {
            return result.picture().change();
        }
        return settings.missing() == Missing.REMOVE ? new Remove() : new Keep();
    }

    private Result result(PlannedPicture planned, List<Result> results) {
        Integer number = planned.upload() == null ? null : uploads.get(planned.upload());
        return number == null ? Result.SKIPPED : results.get(number);
    }

    private List<ArticlePicture> pictures(List<Result> results) {
        List<ArticlePicture> pictures = new ArrayList<>();
        Set<PictureUpload> reported = new HashSet<>();
        for (PlannedPicture planned : plan) {
            boolean first = planned.upload() == null || reported.add(planned.upload());
            pictures.add(picture(planned, result(planned, results), first));
        }
        return pictures;
    }

    private ArticlePicture picture(PlannedPicture planned, Result result, boolean first) {
        if (planned.source() instanceof Own own) {
            return picture(planned, Action.KEPT_OWN, new UploadedPicture(own.url(), null, "", 0, 0, 0), null);
        } else if (result.picture() != null) {
            return picture(planned, first ? Action.UPLOADED : Action.REUSED, result.picture(), null);
        } else if (planned.reason() != null) {
            return picture(planned, planned.change() != null ? Action.MISSING : missing(), null, planned.reason());
        }
        return result.failure() == null
                ? picture(planned, Action.SKIPPED, null, null)
                : picture(planned, missing(), null, ArticleFailures.text(result.failure(), settings));
    }

    private Action missing() {
        return settings.missing() == Missing.REMOVE ? Action.REMOVED : Action.MISSING;
    }

    private static ArticlePicture picture(
            PlannedPicture planned, Action action, @Nullable UploadedPicture uploaded, @Nullable String error) {
        return new ArticlePicture(
                planned.found().place(), planned.found().line(), planned.sourceText(), action,
                uploaded == null ? null : uploaded.url(), uploaded == null ? null : uploaded.mediaId(),
                uploaded == null ? 0 : uploaded.bytes(), error);
    }
}
