package io.github.camelwechat.simulator.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What one account has stored. Thread-safe. */
public final class Library {

    private static final Comparator<Material> LATEST_FIRST = Comparator
            .comparing(Material::updateTime).thenComparing(material -> material.record().sequence()).reversed();
    private static final Comparator<News> LATEST_NEWS_FIRST
            = Comparator.comparing(News::updateTime).thenComparing(News::sequence).reversed();

    private static final Duration VIDEO_ADDRESS = Duration.ofHours(1);
    private static final String SINCE = "dis_t";

    private final Clock clock;
    private final MediaIds ids = new MediaIds();
    private final Shelf permanent;
    private final Shelf articlePictures;
    private final Temporaries temporaries;
    private final NewsShelf news;
    private final Marks inUse;
    private final Room room;
    private final AtomicLong sequence;

    Library(Place place, Caps caps, Clock clock) throws IOException {
        this.clock = clock;
        permanent = new Shelf(place.files(""));
        articlePictures = new Shelf(place.files("article-pictures"));
        Shelf temporary = new Shelf(place.files("temporary"));
        temporaries = new Temporaries(temporary, clock);
        news = new NewsShelf(place.records("news", News.class));
        inUse = new Marks(place.records("in-use", String.class));
        room = new Room(caps);
        permanent.all().forEach(material -> room.occupy(material.type(), 1));
        room.occupy(MaterialType.IMAGE, news.all().size());
        LongStream sequences = LongStream.concat(
                Stream.of(permanent, articlePictures, temporary).flatMap(shelf -> shelf.all().stream())
                        .mapToLong(material -> material.record().sequence()),
                news.all().stream().mapToLong(News::sequence));
        sequence = new AtomicLong(sequences.max().orElse(0));
    }

    /** @return all permanent materials but news, latest first */
    public List<Material> materials() {
        return permanent.all().stream().sorted(LATEST_FIRST).toList();
    }

    /** @return those that {@code batchget_material} lists under the type, latest first */
    public List<Material> listedAs(MaterialType type) {
        return materials().stream().filter(material -> material.type().listedAs() == type).toList();
    }

    /** @return the permanent material with that id, if there is one and it is no news */
    public Optional<Material> find(String mediaId) {
        return permanent.find(mediaId);
    }

    /** @return the news materials, latest first */
    public List<News> news() {
        return news.all().stream().sorted(LATEST_NEWS_FIRST).toList();
    }

    /** @return the news material with that id, if there is one */
    public Optional<News> findNews(String mediaId) {
        return news.find(mediaId);
    }

    /**
     * @return the pictures for articles ({@code uploadimg}), oldest first; they are in no list and have no id of
     *         WeChat's
     */
    public List<Material> articlePictures() {
        return articlePictures.all().stream().sorted(LATEST_FIRST.reversed()).toList();
    }

    /**
     * Puts a news material into the library, as somebody did before {@code add_news} was switched off.
     *
     * @param  articles at least one
     * @return          the new material
     */
    public News addNews(NewsArticle... articles) {
        if (articles.length == 0) {
            throw new IllegalArgumentException(
                    "A news material needs an article: addNews(NewsArticle.of(\"title\", \"<p>text</p>\"))");
        }
        take(MaterialType.IMAGE);
        News added = new News(
                sequence.incrementAndGet(), ids.mediaId(), List.of(articles), clock.instant().getEpochSecond());
        try {
            news.put(added);
        } catch (IOException e) {
            give(MaterialType.IMAGE);
            throw new UncheckedIOException("Cannot store the news", e);
        }
        return added;
    }

    /**
     * Says whether a menu or an auto-reply uses the material: then it cannot be deleted (48005).
     *
     * @param mediaId of a permanent material
     */
    public synchronized void markInUse(String mediaId, boolean used) {
        if (!has(mediaId)) {
            throw new IllegalArgumentException("No material '" + mediaId + "' that could be in use");
        }
        try {
            inUse.set(mediaId, used);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot mark the material", e);
        }
    }

    /** @return whether the material is marked as used */
    public synchronized boolean isInUse(String mediaId) {
        return inUse.has(mediaId);
    }

    /** Deletes for good; only then may the deletion be answered. */
    public synchronized Deletion delete(String mediaId) throws IOException {
        if (!has(mediaId)) {
            return Deletion.UNKNOWN;
        }
        if (inUse.has(mediaId)) {
            return Deletion.IN_USE;
        }
        remove(mediaId);
        return Deletion.DONE;
    }

    /** Removes everything, from the folder too, whether it is in use or not. */
    public synchronized void clear() {
        try {
            for (Material material : permanent.all()) {
                inUse.set(material.mediaId(), false);
                remove(material.mediaId());
            }
            for (News material : news.all()) {
                inUse.set(material.mediaId(), false);
                remove(material.mediaId());
            }
            articlePictures.clear();
            temporaries.clear();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot clear the library", e);
        }
    }

    /** Stores for good, if there is room for it; only then may the upload be answered. */
    public Material store(NewMaterial upload) throws IOException {
        take(upload.type());
        boolean stored = false;
        try {
            Material material = permanent.put(record(upload, ids.picturePath(upload.format())), upload.spool());
            stored = true;
            return material;
        } finally {
            if (!stored) {
                give(upload.type());
            }
        }
    }

    /** Stores for three days of the simulated clock. */
    public Material storeTemporary(NewMaterial upload) throws IOException {
        return temporaries.put(record(upload, null), upload.spool());
    }

    /** @return the temporary media that have not expired, oldest first */
    public List<Material> temporaries() {
        return temporaries.all();
    }

    /** @return the temporary media with that id, if it has not expired */
    public Optional<Material> findTemporary(String mediaId) {
        return temporaries.find(mediaId);
    }

    /** @return how much fits into the library */
    public synchronized Caps caps() {
        return room.caps();
    }

    /** Makes the library larger or smaller; what is in it stays. */
    public synchronized void caps(Caps caps) {
        room.caps(caps);
    }

    /** @return an id that no material has: the result of {@code uploadvideo} */
    public String unusedId() {
        return ids.mediaId();
    }

    /** Stores a picture for articles for good. */
    public Material storeArticlePicture(NewMaterial upload) throws IOException {
        return articlePictures.put(record(upload, ids.articlePicturePath()), upload.spool());
    }

    /**
     * The address of a video, which is good for an hour: the real ones are signed and must not be stored either.
     *
     * @return what stands behind the simulator's URL
     */
    public String videoAddress(Material video) {
        return video.downloadPath() + "?" + SINCE + "=" + clock.instant().getEpochSecond();
    }

    Optional<Material> findDownload(String path, UnaryOperator<String> query) {
        return permanent.findByPath(path).or(() -> articlePictures.findByPath(path)).or(() -> temporaries.findByPath(path))
                .filter(material -> material.type() != MaterialType.VIDEO || isFresh(query.apply(SINCE)));
    }

    private boolean isFresh(String since) {
        return since != null && since.matches("[0-9]{1,12}")
                && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(since)).plus(VIDEO_ADDRESS));
    }

    private boolean has(String mediaId) {
        return permanent.find(mediaId).isPresent() || news.find(mediaId).isPresent();
    }

    private void remove(String mediaId) throws IOException {
        Optional<Material> material = permanent.find(mediaId);
        if (material.isPresent()) {
            permanent.remove(material.get());
            room.give(material.get().type());
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

    private MaterialRecord record(NewMaterial upload, String path) {
        return new MaterialRecord(
                sequence.incrementAndGet(), ids.mediaId(), upload.type(), upload.name(), upload.title(),
                upload.introduction(), upload.format(), path, upload.spool().size(), upload.spool().sha256(),
                clock.instant().getEpochSecond());
    }
}
