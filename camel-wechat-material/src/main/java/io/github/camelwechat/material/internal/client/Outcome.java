package io.github.camelwechat.material.internal.client;

import io.github.camelwechat.material.internal.media.Download;
import io.github.camelwechat.material.result.RewrittenArticle;
import io.github.camelwechat.material.result.WechatMaterialResult;
import org.jspecify.annotations.Nullable;

/** Result of a call, for the message. */
public sealed interface Outcome {

    /** The outcome as a record; null where it is none. */
    default @Nullable WechatMaterialResult result() {
        if (this instanceof Article rewritten) {
            return rewritten.article();
        }
        return this instanceof Result result ? result.body() : null;
    }

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

        /** Without headers. */
        public Result(WechatMaterialResult body) {
            this(body, null, null);
        }
    }

    /**
     * The new body is bytes: of a picture, voice or thumb.
     *
     * @param download    whoever takes the outcome owns them
     * @param fileName    for the header: without a path, with the extension of its content
     * @param contentType for the header, by its content where that is known; else what the answer says, which may be
     *                    nothing
     */
    record Fetched(Download download, String fileName, @Nullable String contentType) implements Outcome {
    }

    /**
     * The message is the answer to a request to the address for pushes.
     *
     * @param status     of HTTP
     * @param body       as plain text
     * @param infoType   for the header; null but for a push that is stored
     * @param merchantId for the header; null where the push is about no account
     */
    record PushAnswer(int status, String body, @Nullable String infoType, @Nullable String merchantId) implements Outcome {
    }

    /**
     * The new body is an article in the form of the old one.
     *
     * @param article for the headers
     * @param body    a text, or bytes
     * @param stream  whether bytes become a stream
     */
    record Article(RewrittenArticle article, Object body, boolean stream) implements Outcome {
    }
}
