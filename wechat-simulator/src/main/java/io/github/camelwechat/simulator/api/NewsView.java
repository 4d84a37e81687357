package io.github.camelwechat.simulator.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelwechat.simulator.answer.Json;
import io.github.camelwechat.simulator.library.Library;
import io.github.camelwechat.simulator.library.News;
import io.github.camelwechat.simulator.library.NewsArticle;

/** News materials as answers show them. */
final class NewsView {

    private final String url;

    NewsView(String url) {
        this.url = url;
    }

    /** {@return the news as {@code get_material} gives it} */
    ObjectNode content(Library library, News news) {
        ObjectNode content = Json.object();
        ArrayNode items = content.putArray("news_item");
        for (int i = 0; i < news.articles().size(); i++) {
            items.add(article(library, news, i));
        }
        long time = news.updateTime().getEpochSecond();
        return content.put("create_time", time).put("update_time", time);
    }

    /** {@return the news as {@code batchget_material} lists it} */
    ObjectNode item(Library library, News news) {
        ObjectNode item = Json.object().put("media_id", news.mediaId());
        item.set("content", content(library, news));
        return item.put("update_time", news.updateTime().getEpochSecond());
    }

    private ObjectNode article(Library library, News news, int index) {
        NewsArticle article = news.articles().get(index);
        return Json.object()
                .put("title", article.title())
                .put("author", article.author())
                .put("digest", article.digest())
                .put("content", article.content())
                .put("content_source_url", article.contentSourceUrl())
                .put("thumb_media_id", article.thumbMediaId())
                .put("show_cover_pic", article.showCoverPic() ? 1 : 0)
                .put("url", url + "/s?mid=" + news.mediaId() + "&idx=" + (index + 1))
                .put("thumb_url", PictureUrl.ofThumb(url, library, article.thumbMediaId()))
                .put("need_open_comment", 0)
                .put("only_fans_can_comment", 0);
    }
}
