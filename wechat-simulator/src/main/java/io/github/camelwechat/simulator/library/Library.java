package io.github.camelwechat.simulator.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** What one account has stored. Thread-safe. */
public final class Library {

    private static final Comparator<Material> LATEST_FIRST = Comparator
            .comparing(Material::updateTime).thenComparing(material -> material.record().sequence()).reversed();
    private static final Comparator<News> LATEST_NEWS_FIRST
            = Comparator.comparing(News::updateTime).thenComparing(News::sequence).reversed();

    private final Clock clock;
    private final MediaIds ids = new MediaIds();
    private final Permanent permanent;
    private final Shelf articlePictures;
    private final Temporaries temporaries;
    private final DraftBox drafts;
    private final VideoAddress videoAddress;
    private final AtomicLong sequence;

    Library(Place place, Caps caps, Clock clock) throws IOException {
        this.clock = clock;
        permanent = new Permanent(place, caps);
        articlePictures = new Shelf(place.files("article-pictures"));
        Shelf temporary = new Shelf(place.files("temporary"));
        temporaries = new Temporaries(temporary, clock);
        drafts = new DraftBox(place.records("drafts", DraftRecord.class), ids, clock);
        videoAddress = new VideoAddress(clock);
        LongStream others = Stream.of(articlePictures, temporary).flatMap(shelf -> shelf.all().stream())
                .mapToLong(material -> material.record().sequence());
        sequence = new AtomicLong(LongStream.concat(permanent.sequences(), others).max().orElse(0));
    }

    /** {@return all permanent materials but news, latest first} */
    public List<Material> materials() {
        return permanent.files().stream().sorted(LATEST_FIRST).toList();
    }

    /**
     * {@return those that {@code batchget_material} lists under the type, latest first}
     *
     * @param type no thumb: there are none in lists
     */
    public List<Material> listedAs(MaterialType type) {
        return materials().stream().filter(material -> material.type().listedAs() == type).toList();
    }

    /**
     * {@return the permanent material with that id, if there is one and it is no news}
     *
     * @param mediaId any text
     */
    public Optional<Material> find(String mediaId) {
        return permanent.findFile(mediaId);
    }

    /** {@return the news materials, latest first} */
    public List<News> news() {
        return permanent.news().stream().sorted(LATEST_NEWS_FIRST).toList();
    }

    /**
     * {@return the news material with that id, if there is one}
     *
     * @param mediaId any text
     */
    public Optional<News> findNews(String mediaId) {
        return permanent.findNews(mediaId);
    }

    /** {@return the pictures for articles ({@code uploadimg}), oldest first; no interface lists them} */
    public List<Material> articlePictures() {
        return articlePictures.all().stream().sorted(LATEST_FIRST.reversed()).toList();
    }

    /** {@return the temporary media that have not expired, oldest first} */
    public List<Material> temporaries() {
        return temporaries.all();
    }

    /**
     * {@return the temporary media with that id, if it has not expired}
     *
     * @param mediaId any text
     */
    public Optional<Material> findTemporary(String mediaId) {
        return temporaries.find(mediaId);
    }

    /** {@return the articles that are written and not published} */
    public DraftBox drafts() {
        return drafts;
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
        News news = new News(
                sequence.incrementAndGet(), ids.mediaId(), List.of(articles),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
        try {
            permanent.put(news);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot store the news", e);
        }
        return news;
    }

    /**
     * Says whether a menu or an auto-reply uses the material: then it cannot be deleted (48005).
     *
     * @param mediaId of a permanent material
     * @param used    false takes it back
     */
    public void markInUse(String mediaId, boolean used) {
        try {
            permanent.markInUse(mediaId, used);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot mark the material", e);
        }
    }

    /**
     * {@return whether the material is marked as used}
     *
     * @param mediaId any text
     */
    public boolean isInUse(String mediaId) {
        return permanent.isInUse(mediaId);
    }

    /** {@return how much fits into the library} */
    public Caps caps() {
        return permanent.caps();
    }

    /**
     * Makes the library larger or smaller; what is in it stays.
     *
     * @param caps until the next reset of the simulator
     */
    public void caps(Caps caps) {
        permanent.caps(caps);
    }

    /** Removes everything, from the folder too, whether it is in use or not. */
    public void clear() {
        try {
            permanent.clear();
            articlePictures.clear();
            temporaries.clear();
            drafts.clear();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot clear the library", e);
        }
    }

    /**
     * Stores for good, if there is room for it; only then may the upload be answered. Internal: not API.
     *
     * @param  upload      checked
     * @return             the new material
     * @throws IOException if the folder cannot be written to
     */
    public Material store(NewMaterial upload) throws IOException {
        return permanent.put(record(upload, ids.picturePath(upload.format())), upload.spool());
    }

    /**
     * Stores a picture for articles for good. Internal: not API.
     *
     * @param  upload      checked
     * @return             the new picture
     * @throws IOException if the folder cannot be written to
     */
    public Material storeArticlePicture(NewMaterial upload) throws IOException {
        return articlePictures.put(record(upload, ids.articlePicturePath()), upload.spool());
    }

    /**
     * Stores for three days of the simulated clock. Internal: not API.
     *
     * @param  upload      checked
     * @return             the new media
     * @throws IOException if the folder cannot be written to
     */
    public Material storeTemporary(NewMaterial upload) throws IOException {
        return temporaries.put(record(upload, null), upload.spool());
    }

    /**
     * Deletes for good; only then may the deletion be answered. Internal: not API.
     *
     * @param  mediaId     any text
     * @return             what became of it
     * @throws IOException if the folder cannot be written to
     */
    public Deletion delete(String mediaId) throws IOException {
        return permanent.delete(mediaId);
    }

    /** {@return an id that no material has: the result of {@code uploadvideo}} Internal: not API. */
    public String unusedId() {
        return ids.mediaId();
    }

    /**
     * {@return the address of a video, good for an hour: what stands behind the simulator's URL} Internal: not API.
     *
     * @param video permanent or temporary
     */
    public String videoAddress(Material video) {
        return videoAddress.of(video);
    }

    Optional<Material> findDownload(String path, Function<String, @Nullable String> query) {
        return permanent.findFileByPath(path).or(() -> articlePictures.findByPath(path))
                .or(() -> temporaries.findByPath(path)).filter(file -> videoAddress.allows(file, query));
    }

    private MaterialRecord record(NewMaterial upload, @Nullable String path) {
        return new MaterialRecord(
                sequence.incrementAndGet(), ids.mediaId(), upload.type(), upload.name(), upload.title(),
                upload.introduction(), upload.format(), path, upload.spool().size(), upload.spool().sha256(),
                clock.instant().getEpochSecond());
    }
}
