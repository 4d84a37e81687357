package io.github.camelwechat.simulator.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelwechat.simulator.answer.Json;
import io.github.camelwechat.simulator.library.Draft;
import io.github.camelwechat.simulator.library.DraftArticle;
import io.github.camelwechat.simulator.library.Library;

/** Drafts as answers show them. */
final class DraftView {

    private final String url;

    DraftView(String url) {
        this.url = url;
    }

    /** {@return the draft as {@code draft/get} gives it} */
    ObjectNode content(Library library, Draft draft, boolean withContent) {
        ObjectNode content = Json.object();
        ArrayNode items = content.putArray("news_item");
        for (int i = 0; i < draft.articles().size(); i++) {
            items.add(article(library, draft, i, withContent));
        }
        return content.put("update_time", draft.updateTime().getEpochSecond());
    }

    /** {@return the draft as {@code draft/batchget} lists it} */
    ObjectNode item(Library library, Draft draft, boolean withContent) {
        ObjectNode item = Json.object().put("media_id", draft.mediaId());
        item.set("content", content(library, draft, withContent));
        return item.put("update_time", draft.updateTime().getEpochSecond());
    }

    private ObjectNode article(Library library, Draft draft, int index, boolean withContent) {
        DraftArticle article = draft.articles().get(index);
        ObjectNode view = Json.object()
                .put("article_type", article.articleType())
                .put("title", article.title())
                .put("author", article.author())
                .put("digest", article.digest());
        if (withContent) {
            view.put("content", article.content());
        }
        if (!article.imageMediaIds().isEmpty()) {
            ArrayNode images = view.putObject("image_info").putArray("image_list");
            article.imageMediaIds().forEach(mediaId -> images.addObject().put("image_media_id", mediaId));
        }
        return view.put("content_source_url", article.contentSourceUrl())
                .put("thumb_media_id", article.thumbMediaId())
                .put("show_cover_pic", 0)
                .put("url", url + "/s?mid=" + draft.mediaId() + "&idx=" + (index + 1))
                .put("thumb_url", PictureUrl.ofThumb(url, library, article.thumbMediaId()))
                .put("need_open_comment", article.needOpenComment() ? 1 : 0)
                .put("only_fans_can_comment", article.onlyFansCanComment() ? 1 : 0)
                .put("pic_crop_235_1", article.picCrop235x1())
                .put("pic_crop_1_1", article.picCrop1x1());
    }
}
