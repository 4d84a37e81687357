package io.github.camelwechat.simulator.library;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The news materials of one account. Thread-safe. */
final class NewsShelf {

    private final Records<NewsRecord> records;
    private final Map<String, News> byId = new LinkedHashMap<>();

    NewsShelf(Records<NewsRecord> records) throws IOException {
        this.records = records;
        records.load().forEach(news -> byId.put(news.mediaId(), news.toNews()));
    }

    synchronized List<News> all() {
        return new ArrayList<>(byId.values());
    }

    synchronized Optional<News> find(String mediaId) {
        return Optional.ofNullable(byId.get(mediaId));
    }

    synchronized void put(News news) throws IOException {
        records.keep(news.mediaId(), NewsRecord.of(news));
        byId.put(news.mediaId(), news);
    }

    synchronized void remove(News news) throws IOException {
        records.delete(news.mediaId());
        byId.remove(news.mediaId());
    }
}
