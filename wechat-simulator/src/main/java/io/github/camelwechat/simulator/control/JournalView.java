package io.github.camelwechat.simulator.control;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.camelwechat.simulator.journal.JournalEntry;
import io.github.camelwechat.simulator.journal.Refusal;
import io.github.camelwechat.simulator.journal.UploadedMedia;
import org.jspecify.annotations.Nullable;

/** Entries of the journal as the control API shows them. */
final class JournalView {

    private JournalView() {
    }

    static Map<String, Object> of(JournalEntry entry) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("sequence", entry.sequence());
        view.put("time", entry.time());
        view.put("channel", entry.channel().wireName());
        view.put("client", entry.client());
        view.put("method", entry.method());
        view.put("path", entry.path());
        view.put("query", entry.query());
        view.put("headers", entry.headers());
        view.put("content_length", entry.contentLength());
        view.put("appid", entry.appId());
        view.put("status", entry.status());
        view.put("errcode", entry.errcode());
        view.put("end", entry.end().wireName());
        view.put("reason", entry.reason());
        view.put("media_id", entry.mediaId());
        view.put("upload", upload(entry.upload()));
        view.put("warnings", entry.warnings());
        view.put("refusal", refusal(entry.refusal()));
        return view;
    }

    private static @Nullable Object upload(@Nullable UploadedMedia upload) {
        if (upload == null) {
            return null;
        }
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("type", upload.type());
        view.put("file_name", upload.fileName());
        view.put("part_headers", upload.partHeaders());
        view.put("size", upload.size());
        view.put("sha256", upload.sha256());
        view.put("description", upload.description());
        return view;
    }

    private static @Nullable Object refusal(@Nullable Refusal refusal) {
        return refusal == null
                ? null
                : Map.of("rid", refusal.rid(), "request_body", refusal.requestBody(),
                        "response_body", refusal.responseBody(), "cost_millis", refusal.costMillis());
    }
}
