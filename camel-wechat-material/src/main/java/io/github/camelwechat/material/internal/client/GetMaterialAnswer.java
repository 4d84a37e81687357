package io.github.camelwechat.material.internal.client;

import io.github.camelwechat.material.internal.media.Download;
import io.github.camelwechat.material.result.WechatMaterialResult;
import org.jspecify.annotations.Nullable;

/** A material out of the library. */
public sealed interface GetMaterialAnswer {

    /**
     * A picture, voice or thumb.
     *
     * @param download    its bytes; whoever takes this owns them
     * @param fileName    without a path, with the extension of its content
     * @param contentType by its content where that is known; else what the answer says, which may be nothing
     */
    record File(Download download, String fileName, @Nullable String contentType) implements GetMaterialAnswer {
    }

    /** What there is to say of a video or news. */
    record Description(WechatMaterialResult result) implements GetMaterialAnswer {
    }
}
