package io.github.camelwechat.simulator.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.github.camelwechat.simulator.journal.OpenEntry;
import io.github.camelwechat.simulator.journal.UploadedMedia;
import io.github.camelwechat.simulator.library.Spool;
import io.github.camelwechat.simulator.multipart.ContentDisposition;
import io.github.camelwechat.simulator.multipart.FramingException;
import io.github.camelwechat.simulator.multipart.PartHeaders;
import io.github.camelwechat.simulator.multipart.PartListener;
import org.jspecify.annotations.Nullable;

/** The parts of an upload: {@code media} goes into a spool, {@code description} is remembered, others are ignored. */
final class UploadForm implements PartListener {

    private static final int LONGEST_DESCRIPTION = 64 * 1024;

    private enum Part {
        MEDIA,
        DESCRIPTION,
        OTHER
    }

    private final Spool spool;
    private final ByteArrayOutputStream description = new ByteArrayOutputStream();
    private Part current = Part.OTHER;
    private @Nullable PartHeaders media;
    private @Nullable String fileName;
    private boolean hasDescription;
    private @Nullable String unknown;

    UploadForm(Spool spool) {
        this.spool = spool;
    }

    @Override
    public void partBegins(PartHeaders headers) {
        current = Part.OTHER;
        ContentDisposition disposition = headers.disposition();
        refuseIf(disposition.isBare("name"), "name in a Content-Disposition is not quoted");
        if ("media".equals(disposition.name())) {
            refuseIf(media != null, "there are two parts named media");
            media = headers;
            current = Part.MEDIA;
            fileName = disposition.fileName();
            refuseIf(disposition.isBare("filename"), "filename in a Content-Disposition is not quoted");
            refuseIf(fileName == null && disposition.hasExtendedFileName(), "the part media has a filename* only");
            refuseIf(fileName == null || fileName.isEmpty(), "the part media has no filename");
        } else if ("description".equals(disposition.name())) {
            refuseIf(disposition.fileName() != null || disposition.isBare("filename"), "description is a file part");
            current = Part.DESCRIPTION;
            hasDescription = true;
        } else {
            unknown = disposition.name();
        }
    }

    @Override
    public void partBytes(byte[] bytes, int offset, int length) {
        if (current == Part.MEDIA) {
            try {
                spool.write(bytes, offset, length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        } else if (current == Part.DESCRIPTION) {
            refuseIf(description.size() + length > LONGEST_DESCRIPTION,
                    "description is longer than " + LONGEST_DESCRIPTION + " bytes");
            description.write(bytes, offset, length);
        }
    }

    @Override
    public void partEnds() {
        current = Part.OTHER;
    }

    /** Complains if there is no part {@code media}. */
    void complete() {
        refuseIf(media == null, unknown == null
                ? "there is no part named media"
                : "there is no part named media, but one named " + unknown);
    }

    /** {@return the name of the part {@code media}; a form without one is refused before anybody asks} */
    String fileName() {
        return fileName == null ? "" : fileName;
    }

    /** {@return the bytes of the part {@code media}} */
    Spool spool() {
        return spool;
    }

    /** {@return the bytes of the part, null if there was none} */
    byte @Nullable [] description() {
        return hasDescription ? description.toByteArray() : null;
    }

    void note(@Nullable String type, OpenEntry entry) {
        if (media != null) {
            String text = hasDescription ? description.toString(StandardCharsets.UTF_8) : null;
            Map<String, String> headers = media.values();
            entry.upload(new UploadedMedia(type, fileName, headers, spool.size(), spool.sha256(), text));
            if (!media.validUtf8()) {
                entry.warn("the headers of the part media are not UTF-8");
            }
            if (fileName != null && media.disposition().hasExtendedFileName()) {
                entry.warn("filename* beside filename is ignored here, and may be harmful at WeChat's");
            }
        }
        if (hasDescription && description.toString(StandardCharsets.UTF_8).contains("\\u")) {
            entry.warn("description holds \\u escapes; WeChat wants raw UTF-8");
        }
    }

    private static void refuseIf(boolean wrong, String reason) {
        if (wrong) {
            throw new FramingException(reason);
        }
    }
}
