package io.github.camelwechat.material.internal.article;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;

import io.github.camelwechat.material.error.InvalidMaterialException.Reason;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.Deadline;
import io.github.camelwechat.material.internal.inflight.Permits;
import io.github.camelwechat.material.result.RewrittenArticle;
import org.jspecify.annotations.Nullable;

/**
 * Brings the pictures of articles to WeChat, and their addresses into the articles. Of one account and one endpoint.
 * Thread-safe.
 *
 * @param finder          of pictures
 * @param settings        of the endpoint
 * @param uploads         of single pictures
 * @param window          of the account: each article is an owner of its own
 * @param pictureDeadline of each picture: the requestTimeout
 * @param articleDeadline of a whole article: the articleTimeout
 * @param threads         run what computes
 * @param memory          of all articles of the component
 */
public record ArticleRewriter(
        PictureFinder finder, ArticleSettings settings, PictureUploads uploads, Permits window, Deadline pictureDeadline,
        Deadline articleDeadline, Executor threads, ArticleMemory memory) {

    /**
     * Finds the pictures on the calling thread, and begins to upload them.
     *
     * @param  baseUrl                                                       of relative addresses; null for that of the
     *                                                                       settings
     * @throws io.github.camelwechat.material.error.InvalidMaterialException if it has too many tags or pictures
     * @throws io.github.camelwechat.material.error.ArticleException         if it has a picture that cannot be
     *                                                                       uploaded, and the settings say that it
     *                                                                       fails then: nothing was sent
     * @throws IllegalArgumentException                                      if the address of relative ones is none
     */
    public Call<RewrittenArticle> rewrite(String html, @Nullable String baseUrl) {
        ArticleSettings used = baseUrl == null ? settings : settings.withBaseUrl(baseUrl);
        PictureSources sources = new PictureSources(used);
        ArticlePictures found = finder.find(html, used.maxTags());
        List<FoundPicture> pictures = found.pictures();
        if (pictures.size() > used.maxPictures()) {
            throw ArticleErrors.because(
                    Reason.ARTICLE, "The article has pictures at " + pictures.size() + " places, and maxPictures is "
                                    + used.maxPictures() + ".",
                    null);
        }
        List<PlannedPicture> plan = pictures.stream().map(picture -> PlannedPicture.of(picture, sources, used)).toList();
        Map<PictureUpload, Integer> numbers = new LinkedHashMap<>();
        plan.stream().map(PlannedPicture::upload).filter(Objects::nonNull)
                .forEach(upload -> numbers.putIfAbsent(upload, numbers.size()));
        ArticleReport report = new ArticleReport(found, plan, numbers, used);
        report.requireUsable();
        return new PictureGroup(List.copyOf(numbers.keySet()), report::endsArticle)
                .begin(uploads, window.forAnotherOwner(), pictureDeadline)
                .then(results -> Offloaded.run(threads, () -> report.article(results)));
    }
}
