package io.github.camelwechat.material.internal.operation;

import java.time.Duration;
import java.util.function.Supplier;

import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.internal.article.ArticleRewriter;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.CallListener.MediaInfo;
import io.github.camelwechat.material.internal.call.CallListener.OperationEnd;
import io.github.camelwechat.material.internal.call.CallReporter;
import io.github.camelwechat.material.internal.call.Deadline;
import io.github.camelwechat.material.internal.client.DraftClient;
import io.github.camelwechat.material.internal.client.MaterialClient;
import io.github.camelwechat.material.internal.client.Outcome;
import io.github.camelwechat.material.internal.media.Media;
import io.github.camelwechat.material.internal.media.MediaPreparer;
import io.github.camelwechat.material.internal.media.SpoolFolder;
import io.github.camelwechat.material.result.WechatMaterialResult;
import org.jspecify.annotations.Nullable;

/**
 * One operation on one exchange: the parts of the account that it uses, and the report on its end.
 *
 * @param client      calls the interfaces of material
 * @param drafts      calls the interfaces of drafts
 * @param preparer    makes bodies ready to be sent
 * @param spoolFolder for what is fetched
 * @param articles    gives what rewrites articles, or says what it needs
 * @param deadline    over all that an operation does once its body is read
 * @param reporter    tells of the end
 * @param operation   by its name, for texts and listeners
 * @param account     by the name of the endpoint
 * @param begun       when the exchange came, in nanoseconds of the reporter
 */
public record OperationRun(
        MaterialClient client, DraftClient drafts, MediaPreparer preparer, SpoolFolder spoolFolder,
        Supplier<ArticleRewriter> articles, Deadline deadline, CallReporter reporter, String operation, String account,
        long begun) {

    /** Begins calls within the deadline. */
    Call<Outcome> begin(Supplier<Call<Outcome>> calls) {
        return begin(deadline, calls);
    }

    /** Begins calls within a deadline of their own. */
    Call<Outcome> begin(Deadline ofItsOwn, Supplier<Call<Outcome>> calls) {
        return begin(ofItsOwn, MediaInfo.NONE, calls);
    }

    private Call<Outcome> begin(Deadline limit, MediaInfo media, Supplier<Call<Outcome>> calls) {
        Call<Outcome> call = limit.over(operation, calls);
        call.listen((outcome, failure) -> completed(media, outcome == null ? null : outcome.result(), failure));
        return call;
    }

    /** Begins an upload within the deadline. Whatever happens, the media is closed. */
    Call<Outcome> upload(Media media, Supplier<Call<Outcome>> calls) {
        try {
            // closed first: once the exchange goes on, nobody reads its body behind its back
            return begin(deadline, MaterialClient.info(media), calls).onEnd(media::close);
        } catch (RuntimeException | Error e) {
            media.close();
            throw e;
        }
    }

    /** Tells that nothing was handed on. */
    public void refused(Throwable why) {
        String fileName = why instanceof InvalidMaterialException invalid ? invalid.getFileName() : null;
        completed(new MediaInfo(fileName, null, 0), null, why);
    }

    private void completed(MediaInfo media, @Nullable WechatMaterialResult result, @Nullable Throwable failure) {
        Duration time = Duration.ofNanos(reporter.nanoTime().getAsLong() - begun);
        reporter.completed(new OperationEnd(operation, account, media, time, result, failure));
    }
}
