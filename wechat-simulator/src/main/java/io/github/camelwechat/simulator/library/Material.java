package io.github.camelwechat.simulator.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;

import io.github.camelwechat.simulator.format.Format;
import org.jspecify.annotations.Nullable;

/** One stored material. Immutable. */
public final class Material {

    private final MaterialRecord record;
    private final Content content;

    Material(MaterialRecord record, Content content) {
        this.record = record;
        this.content = content;
    }

    /** {@return its id: 64 characters} */
    public String mediaId() {
        return record.mediaId();
    }

    /** {@return the type that it was uploaded as} */
    public MaterialType type() {
        return record.type();
    }

    /** {@return the file name of the upload, verbatim, with directories and all} */
    public String name() {
        return record.name();
    }

    /** {@return the title of a video, else null} */
    public @Nullable String title() {
        return record.title();
    }

    /** {@return the introduction of a video; null for other types and where there was none} */
    public @Nullable String introduction() {
        return record.introduction();
    }

    /** {@return the format that its bytes have} */
    public Format format() {
        return record.format();
    }

    /** {@return the number of bytes} */
    public long size() {
        return record.size();
    }

    /** {@return the SHA-256 of its bytes, in hex} */
    public String sha256() {
        return record.sha256();
    }

    /** {@return when it was stored, by the simulated clock, in whole seconds} */
    public Instant updateTime() {
        return Instant.ofEpochSecond(record.updateTime());
    }

    /** {@return the path below the simulator's URL at which a picture or thumb is served, else null} */
    public @Nullable String picturePath() {
        return record.picturePath();
    }

    /** {@return where its bytes are served without a token; null for voices} */
    @Nullable
    String downloadPath() {
        return type() == MaterialType.VIDEO ? "/vweixinp.tc.qq.com/1007_" + mediaId() + ".f10.mp4" : picturePath();
    }

    /**
     * {@return its bytes; close the stream}
     *
     * @throws IOException if they are not there any more
     */
    public InputStream open() throws IOException {
        return content.open();
    }

    /** {@return all its bytes at once} */
    public byte[] bytes() {
        try (InputStream in = open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the bytes of " + this, e);
        }
    }

    MaterialRecord record() {
        return record;
    }

    Content content() {
        return content;
    }

    @Override
    public String toString() {
        return "Material[" + type() + " " + name() + ", " + size() + " bytes, " + mediaId() + "]";
    }
}
