package io.github.camelwechat.simulator.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.github.camelwechat.simulator.format.Format;

/** The permanent materials of one account. Thread-safe. */
public final class Library {

    private static final Comparator<Material> LATEST_FIRST = Comparator
            .comparing(Material::updateTime).thenComparing(material -> material.record().sequence()).reversed();

    private final Storage storage;
    private final Clock clock;
    private final MediaIds ids = new MediaIds();
    private final List<Material> materials = new ArrayList<>();
    private long sequence;

    Library(Storage storage, Clock clock) throws IOException {
        this.storage = storage;
        this.clock = clock;
        materials.addAll(storage.load());
        sequence = materials.stream().mapToLong(material -> material.record().sequence()).max().orElse(0);
    }

    /** @return all materials, latest first */
    public synchronized List<Material> materials() {
        return materials.stream().sorted(LATEST_FIRST).toList();
    }

    /** @return those that {@code batchget_material} lists under the type, latest first */
    public List<Material> listedAs(MaterialType type) {
        return materials().stream().filter(material -> material.type().listedAs() == type).toList();
    }

    /** @return the material with that id, if there is one */
    public synchronized Optional<Material> find(String mediaId) {
        return materials.stream().filter(material -> material.mediaId().equals(mediaId)).findFirst();
    }

    /** Removes all materials, from the folder too. */
    public synchronized void clear() {
        try {
            for (Material material : materials) {
                storage.delete(material);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot clear the library", e);
        }
        materials.clear();
    }

    /** Stores for good; only then may the upload be answered. */
    public Material store(NewMaterial upload) throws IOException {
        Spool spool = upload.spool();
        MaterialRecord record = new MaterialRecord(
                nextSequence(), ids.mediaId(), upload.type(), upload.name(), upload.title(), upload.introduction(),
                upload.format(), picturePath(upload.format()), spool.size(), spool.sha256(),
                clock.instant().getEpochSecond());
        Material material = storage.keep(record, spool);
        synchronized (this) {
            materials.add(material);
        }
        return material;
    }

    synchronized Optional<Material> findPicture(String path) {
        return materials.stream().filter(material -> path.equals(material.picturePath())).findFirst();
    }

    private synchronized long nextSequence() {
        return ++sequence;
    }

    private String picturePath(Format format) {
        if (!format.isPicture()) {
            return null;
        }
        String kind = format == Format.JPEG ? "jpg" : format.name().toLowerCase(Locale.ROOT);
        return "/mmbiz_" + kind + "/" + ids.picture() + "/0";
    }
}
