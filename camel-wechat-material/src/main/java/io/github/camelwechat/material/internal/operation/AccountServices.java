package io.github.camelwechat.material.internal.operation;

import java.util.function.Supplier;

import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.Deadline;
import io.github.camelwechat.material.internal.call.MediaInfo;
import io.github.camelwechat.material.internal.client.MaterialClient;
import io.github.camelwechat.material.internal.client.Outcome;
import io.github.camelwechat.material.internal.media.Media;
import io.github.camelwechat.material.internal.media.MediaPreparer;
import io.github.camelwechat.material.internal.media.SpoolFolder;

/**
 * Parts of an account, for operations.
 *
 * @param client      calls WeChat
 * @param preparer    makes bodies ready to be sent
 * @param spoolFolder for what is fetched
 * @param deadline    over all that an operation does once its body is read
 * @param report      tells of the end of the operation
 */
public record AccountServices(
        MaterialClient client, MediaPreparer preparer, SpoolFolder spoolFolder, Deadline deadline,
        OperationReport report) {

    /** Begins calls within the deadline. */
    Call<Outcome> begin(Operation operation, Supplier<Call<Outcome>> calls) {
        return begin(operation, MediaInfo.NONE, calls);
    }

    private Call<Outcome> begin(Operation operation, MediaInfo media, Supplier<Call<Outcome>> calls) {
        Call<Outcome> call = deadline.over(operation.constant().name(), calls);
        call.listen((outcome, failure) -> report.completed(media, outcome == null ? null : outcome.result(), failure));
        return call;
    }

    /** Begins an upload within the deadline. Whatever happens, the media is closed. */
    Call<Outcome> upload(Operation operation, Media media, Supplier<Call<Outcome>> calls) {
        try {
            // closed first: once the exchange goes on, nobody reads its body behind its back
            return begin(operation, MaterialClient.info(media), calls).onEnd(media::close);
        } catch (RuntimeException | Error e) {
            media.close();
            throw e;
        }
    }
}
