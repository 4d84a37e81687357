package io.github.camelwechat.material.internal.call;

import java.util.Locale;

import io.github.camelwechat.material.internal.call.CallListener.CallEnd;
import io.github.camelwechat.material.internal.call.CallListener.MediaInfo;
import io.github.camelwechat.material.result.AddMaterialResult;
import io.github.camelwechat.material.result.UploadImageResult;
import io.github.camelwechat.material.result.WechatMaterialResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one line for each call to the log, at level DEBUG. */
public final class CallLog implements CallListener {

    private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);

    @Override
    public void ended(CallEnd end) {
        if (LOG.isDebugEnabled()) {
            LOG.debug(line(end));
        }
    }

    static String line(CallEnd end) {
        StringBuilder line = new StringBuilder();
        line.append(end.call().called()).append(' ').append(end.call().account()).append(": ");
        media(end.call().media(), line);
        if (end.call().attempt() > 1) {
            line.append("attempt ").append(end.call().attempt()).append(": ");
        }
        line.append(end.failure() == null ? success(end.result()) : "failed");
        line.append(" in ").append(end.inQueue().plus(end.onTheWire()).toMillis()).append(" ms");
        if (end.failure() != null) {
            line.append(": ").append(end.failure().getMessage());
        }
        return line.toString();
    }

    private static void media(MediaInfo media, StringBuilder line) {
        if (media.fileName() != null) {
            line.append(media.fileName()).append(", ");
        }
        if (media.type() != null) {
            line.append(media.type());
            line.append(media.bytes() == 0 ? "" : String.format(Locale.ROOT, ", %,d bytes", media.bytes())).append(": ");
        }
    }

    private static String success(@Nullable WechatMaterialResult result) {
        if (result instanceof AddMaterialResult added) {
            return "media_id " + added.mediaId();
        }
        return result instanceof UploadImageResult uploaded ? "url " + uploaded.url() : "done";
    }
}
