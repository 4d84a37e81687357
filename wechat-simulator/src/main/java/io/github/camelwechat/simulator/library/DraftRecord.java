package io.github.camelwechat.simulator.library;

import java.time.Instant;
import java.util.List;

/**
 * A draft as it is written.
 *
 * @param sequence   counts the changes of the box: decides where two have the same second
 * @param updateTime Unix time in seconds
 */
record DraftRecord(long sequence, String mediaId, List<Article> articles, long updateTime) {

    static DraftRecord of(Draft draft) {
        return new DraftRecord(
                draft.sequence(), draft.mediaId(), draft.articles().stream().map(Article::of).toList(),
                draft.updateTime().getEpochSecond());
    }

    Draft toDraft() {
        return new Draft(
                sequence, mediaId, articles.stream().map(Article::toArticle).toList(), Instant.ofEpochSecond(updateTime));
    }

    record Article(
            String articleType,
            String title,
            String author,
            String digest,
            String content,
            String contentSourceUrl,
            String thumbMediaId,
            boolean needOpenComment,
            boolean onlyFansCanComment,
            String picCrop235x1,
            String picCrop1x1,
            List<String> imageMediaIds,
            List<String> dropped) {

        Article {
            // a folder of an older simulator has none
            imageMediaIds = imageMediaIds == null ? List.of() : imageMediaIds;
        }

        static Article of(DraftArticle article) {
            return new Article(
                    article.articleType(), article.title(), article.author(), article.digest(), article.content(),
                    article.contentSourceUrl(), article.thumbMediaId(), article.needOpenComment(),
                    article.onlyFansCanComment(), article.picCrop235x1(), article.picCrop1x1(), article.imageMediaIds(),
                    article.dropped());
        }

        DraftArticle toArticle() {
            return new DraftArticle(
                    articleType, title, author, digest, content, contentSourceUrl, thumbMediaId, needOpenComment,
                    onlyFansCanComment, picCrop235x1, picCrop1x1, imageMediaIds, dropped);
        }
    }
}
