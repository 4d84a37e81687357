package io.github.camelwechat.simulator.journal;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What became of a request: see the accessors of {@link JournalEntry}. */
record Outcome(
        @Nullable String appId,
        int status,
        int errcode,
        RequestEnd end,
        @Nullable String reason,
        @Nullable String mediaId,
        @Nullable UploadedMedia upload,
        List<String> warnings,
        @Nullable Refusal refusal) {
}
