package io.github.camelwechat.simulator.library;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** What stays until it is deleted: files and news, how many of them fit in, and which are in use. Thread-safe. */
final class Permanent {

    private final Shelf files;
    private final NewsShelf news;
    private final Marks inUse;
    private final Room room;

    Permanent(Place place, Caps caps) throws IOException {
        files = new Shelf(place.files(""));
        news = new NewsShelf(place.records("news", NewsRecord.class));
        inUse = new Marks(place.records("in-use", String.class));
        room = new Room(caps);
        files.all().forEach(file -> room.occupy(file.type(), 1));
        room.occupy(MaterialType.IMAGE, news.all().size());
    }

    List<Material> files() {
        return files.all();
    }

    Optional<Material> findFile(String mediaId) {
        return files.find(mediaId);
    }

    Optional<Material> findFileByPath(String path) {
        return files.findByPath(path);
    }

    List<News> news() {
        return news.all();
    }

    Optional<News> findNews(String mediaId) {
        return news.find(mediaId);
    }

    LongStream sequences() {
        return LongStream.concat(
                files.all().stream().mapToLong(file -> file.record().sequence()),
                news.all().stream().mapToLong(News::sequence));
    }

    /** The room is taken first, so that uploads at the same time cannot get past the cap together. */
    Material put(MaterialRecord record, Spool spool) throws IOException {
        take(record.type());
        boolean stored = false;
        try {
            Material material = files.put(record, spool);
            stored = true;
            return material;
        } finally {
            if (!stored) {
                give(record.type());
            }
        }
    }

    synchronized void put(News added) throws IOException {
        room.take(MaterialType.IMAGE);
        boolean stored = false;
        try {
            news.put(added);
            stored = true;
        } finally {
            if (!stored) {
                room.give(MaterialType.IMAGE);
            }
        }
    }

    synchronized boolean isInUse(String mediaId) {
        return inUse.has(mediaId);
    }

    synchronized void markInUse(String mediaId, boolean used) throws IOException {
        if (!has(mediaId)) {
            throw new IllegalArgumentException("No material '" + mediaId + "' that could be in use");
        }
        inUse.set(mediaId, used);
    }

    synchronized Deletion delete(String mediaId) throws IOException {
        if (!has(mediaId)) {
            return Deletion.UNKNOWN;
        }
        if (inUse.has(mediaId)) {
            return Deletion.IN_USE;
        }
        remove(mediaId);
        return Deletion.DONE;
    }

    synchronized void clear() throws IOException {
        for (Material file : files.all()) {
            inUse.set(file.mediaId(), false);
            remove(file.mediaId());
        }
        for (News each : news.all()) {
            inUse.set(each.mediaId(), false);
            remove(each.mediaId());
        }
    }

    synchronized Caps caps() {
        return room.caps();
    }

    synchronized void caps(Caps caps) {
        room.caps(caps);
    }

    private boolean has(String mediaId) {
        return files.find(mediaId).isPresent() || news.find(mediaId).isPresent();
    }

    private void remove(String mediaId) throws IOException {
        Optional<Material> file = files.find(mediaId);
        if (file.isPresent()) {
            files.remove(file.get());
            room.give(file.get().type());
        } else {
            news.remove(news.find(mediaId).orElseThrow());
            room.give(MaterialType.IMAGE);
        }
    }

    private synchronized void take(MaterialType type) {
        room.take(type);
    }

    private synchronized void give(MaterialType type) {
        room.give(type);
    }
}
