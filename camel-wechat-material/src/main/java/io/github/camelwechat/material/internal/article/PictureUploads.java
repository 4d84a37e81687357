package io.github.camelwechat.material.internal.article;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import io.github.camelwechat.material.internal.article.PictureSource.Inline;
import io.github.camelwechat.material.internal.article.PictureSource.LocalFile;
import io.github.camelwechat.material.internal.article.PictureSource.Remote;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.client.MaterialClient;
import io.github.camelwechat.material.internal.client.Outcome;
import io.github.camelwechat.material.internal.fetch.FetchAddress;
import io.github.camelwechat.material.internal.media.Body;
import io.github.camelwechat.material.internal.media.Media;
import io.github.camelwechat.material.internal.media.MediaPreparer;
import io.github.camelwechat.material.internal.media.MediaRequest;
import io.github.camelwechat.material.internal.media.PictureSize;
import io.github.camelwechat.material.internal.media.UploadRule;
import org.jspecify.annotations.Nullable;

/** Uploads of single pictures for one account, from their source to WeChat's answer. Thread-safe. */
public final class PictureUploads {

    private final MaterialClient client;
    private final MediaPreparer preparer;
    private final PictureFetches fetches;
    private final Executor threads;

    /**
     * @param fetches get pictures of other hosts
     * @param threads run what computes, or waits for a disk
     */
    public PictureUploads(MaterialClient client, MediaPreparer preparer, PictureFetches fetches, Executor threads) {
        this.client = client;
        this.preparer = preparer;
        this.fetches = fetches;
        this.threads = threads;
    }

    /** Begins the upload of a picture. */
    Call<UploadedPicture> begin(PictureUpload upload) {
        PictureSource source = upload.source();
        if (source instanceof Remote remote) {
            return fetches.fetch(remote.address()).then(
                    fetched -> uploaded(upload, lastSegment(fetched.address()), fetched::body).onEnd(fetched::close));
        } else if (source instanceof Inline inline) {
            return uploaded(upload, null, () -> new Body.Streamed(inline.data().open()));
        } else if (source instanceof LocalFile local) {
            return uploaded(
                    upload, Objects.toString(local.file().getFileName(), null),
                    () -> new Body.LocalFile(local.file().toString(), local::file));
        }
        throw new IllegalArgumentException("Nothing can be uploaded of " + source.getClass().getSimpleName());
    }

    private static String lastSegment(FetchAddress address) {
        return address.path().substring(address.path().lastIndexOf('/') + 1);
    }

    private Call<UploadedPicture> uploaded(PictureUpload upload, @Nullable String name, Supplier<Body> body) {
        return Offloaded.run(threads, () -> preparer.prepare(new MediaRequest(
                body.get(), upload.rule(), upload.otherwise(), name == null || name.isBlank() ? "picture" : name, -1, false,
                true)))
                .then(this::uploaded);
    }

    /** Whatever happens, the media is closed. */
    private Call<UploadedPicture> uploaded(Media media) {
        try {
            return sent(media).onEnd(media::close);
        } catch (RuntimeException | Error e) {
            media.close();
            throw e;
        }
    }

    private Call<UploadedPicture> sent(Media media) {
        PictureSize size;
        try {
            size = PictureSize.of(media);
        } catch (IOException | RuntimeException e) {
            // what is not known is not said
            size = null;
        }
        int width = size == null ? 0 : size.width();
        int height = size == null ? 0 : size.height();
        String type = media.format() == null ? "" : media.format().contentType().replace("image/", "").toLowerCase(Locale.ROOT);
        Call<Outcome> call = UploadRule.ARTICLE_IMAGE.equals(media.rule())
                ? client.uploadImage(media) : client.addMaterial(media, null);
        return call.map(outcome -> {
            Outcome.Result result = (Outcome.Result) outcome;
            return new UploadedPicture(
                    Objects.requireNonNull(result.url(), "a picture has a url"), result.mediaId(), type, width, height,
                    media.length());
        });
    }
}
