package io.github.camelwechat.simulator.journal;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The media part of an upload, as it arrived, whether it was accepted or not.
 *
 * @param type        the query parameter, null if there was none
 * @param fileName    verbatim, null if the part had none in quotes
 * @param partHeaders the headers of the part, by name without regard to case
 * @param size        its bytes
 * @param sha256      of its bytes, in hex
 * @param description the text of the part {@code description}, null if there was none
 */
public record UploadedMedia(
        @Nullable String type,
        @Nullable String fileName,
        Map<String, String> partHeaders,
        long size,
        String sha256,
        @Nullable String description) {
}
