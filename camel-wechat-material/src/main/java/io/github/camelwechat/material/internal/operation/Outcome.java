package io.github.camelwechat.material.internal.operation;

import io.github.camelwechat.material.internal.media.Download;
import io.github.camelwechat.material.result.WechatMaterialResult;
import org.jspecify.annotations.Nullable;

/** What an operation leaves on the message. */
public sealed interface Outcome {

    /** The message keeps its body, and gets no header. */
    record Unchanged() implements Outcome {
    }

    /**
     * The new body is a record.
     *
     * @param mediaId for the header; null for none
     * @param url     for the header; null for none
     */
    record Result(WechatMaterialResult body, @Nullable String mediaId, @Nullable String url) implements Outcome {

        Result(WechatMaterialResult body) {
            this(body, null, null);
        }
    }

    /**
     * The new body is bytes.
     *
     * @param download    whoever takes the outcome owns them
     * @param fileName    for the header
     * @param contentType for the header; null for none
     */
    record Fetched(Download download, String fileName, @Nullable String contentType) implements Outcome {
    }
}
