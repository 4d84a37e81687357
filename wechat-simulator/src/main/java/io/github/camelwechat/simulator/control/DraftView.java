package io.github.camelwechat.simulator.control;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.camelwechat.simulator.library.Draft;
import io.github.camelwechat.simulator.library.DraftArticle;

/** Drafts as the control API shows them: with the field names of {@code draft/get}, and what was dropped. */
final class DraftView {

    private DraftView() {
    }

    static Map<String, Object> of(Draft draft) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("media_id", draft.mediaId());
        view.put("update_time", draft.updateTime().getEpochSecond());
        view.put("articles", draft.articles().stream().map(DraftView::article).toList());
        return view;
    }

    private static Map<String, Object> article(DraftArticle article) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("article_type", article.articleType());
        view.put("title", article.title());
        view.put("author", article.author());
        view.put("digest", article.digest());
        view.put("content", article.content());
        view.put("content_source_url", article.contentSourceUrl());
        view.put("thumb_media_id", article.thumbMediaId());
        view.put("need_open_comment", article.needOpenComment());
        view.put("only_fans_can_comment", article.onlyFansCanComment());
        view.put("pic_crop_235_1", article.picCrop235x1());
        view.put("pic_crop_1_1", article.picCrop1x1());
        if (!article.imageMediaIds().isEmpty()) {
            view.put("image_info", Map.of("image_list", article.imageMediaIds().stream()
                    .map(mediaId -> Map.of("image_media_id", mediaId)).toList()));
        }
        view.put("dropped", article.dropped());
        return view;
    }
}
