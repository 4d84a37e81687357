package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.InvalidMaterialException.Reason;
import io.github.camelwechat.material.error.WechatMaterialException;
import org.jspecify.annotations.Nullable;

/**
 * Errors about one body: which file, what is wrong with it, what to do.
 */
final class MaterialErrors {

    /** Less than the smallest picture, a GIF; of a voice there would be next to nothing. */
    private static final int SMALLEST_MEDIA_BYTES = 16;

    private final @Nullable String fileName;

    /** @param fileName a clean name, null if there is none */
    MaterialErrors(@Nullable String fileName) {
        this.fileName = fileName == null ? null : FileName.bounded(fileName);
    }

    /** Returns the name of the body in texts and the log. */
    String subject() {
        return fileName == null ? "message body" : fileName;
    }

    InvalidMaterialException because(Reason reason, String text) {
        return because(reason, text, null);
    }

    InvalidMaterialException because(Reason reason, String text, @Nullable Throwable cause) {
        return new InvalidMaterialException(reason, subject() + ": " + text, fileName, cause);
    }

    /** Returns the failure of a read, which is no fault of the body. */
    WechatMaterialException unreadable(IOException e) {
        return new WechatMaterialException(subject() + ": reading the body failed (" + VisibleText.of(e) + ").", e);
    }

    /** Returns the error about a body that is neither bytes nor a file. */
    InvalidMaterialException noMedia(Body body) {
        if (body instanceof Body.Text text) {
            return because(
                    Reason.BODY, "the body is a text of " + text.length() + " characters, which is no media. Send the bytes: a"
                                 + " File, Path, InputStream or byte[]. If the text is a path or an address, read what it"
                                 + " names first, for example with pollEnrich; if it is Base64, decode it.");
        }
        return because(Reason.BODY, body instanceof Body.Other other
                ? "a body of " + other.type().getName()
                  + " cannot be uploaded. Convert it to a File, Path, InputStream or byte[]."
                : "there is no body. Set it to the media: a File, Path, InputStream or byte[].");
    }

    InvalidMaterialException empty() {
        return because(Reason.EMPTY,
                "it is empty (0 bytes), and WeChat takes no empty file. Was it still being written, or its stream"
                                     + " read by an earlier step?");
    }

    InvalidMaterialException unknown(@Nullable UploadRule wanted, FirstBytes first) {
        if (!first.isText() && (TextDamage.isIn(first, false) || first.isMarkedUtf16())) {
            return textDamage(wanted);
        }
        String finding = first.isText() ? "this is text" : "the content of this is none of the known formats";
        String advice;
        if (first.has(0, "\u0089PNG") || first.has(0, "#!AMR\r")) {
            finding = "this starts like " + (first.at(0) == '#' ? "an AMR" : "a PNG") + " whose line ends were changed";
            advice = "FTP in text mode does that, use binary=true.";
        } else if (first.has(0, "HTTP/1.")) {
            finding = "this is an answer of an HTTP server, with its headers";
            advice = "Send its body alone.";
        } else if (Tags.startIn(first)) {
            finding = "this has a tag of MP3 in front, and no audio after it";
            advice = "Was it cut off or damaged on the way?";
        } else if (first.isText()) {
            advice = "Text is no media; if it is a path or an address, send what it names, and if it is Base64, decode it.";
        } else if (first.length() < SMALLEST_MEDIA_BYTES) {
            finding = "this is " + Bytes.measured(first.length()) + ", too short for any";
            advice = "Was it cut off on the way, or still being written?";
        } else if (first.has(0, "\u00ff\u00d8")) {
            finding = "this starts like a JPEG and is damaged";
            advice = "Was it cut off, or sent as text on the way?";
        } else {
            // uploadImage reads no type, and a type that is set is set
            advice = "If you are sure of it, set " + (wanted == null ? "type and " : "") + "validate=false.";
        }
        return because(Reason.FORMAT, takes(wanted) + "; " + finding + ". " + advice);
    }

    /** Returns the error about bytes that became a text and bytes again, whatever format they had. */
    InvalidMaterialException textDamage(@Nullable UploadRule wanted) {
        return because(
                Reason.FORMAT, takes(wanted) + "; this was turned into text on the way, and its bytes are lost. Send the bytes"
                               + " as they are: no convertBodyTo(String.class), and no text message, between their source"
                               + " and here.");
    }

    InvalidMaterialException notTaken(@Nullable UploadRule wanted, MediaFormat format) {
        return because(Reason.FORMAT, takes(wanted != null ? wanted : nearest(format)) + "; this is " + format.humanName()
                                      + " (by its content). "
                                      + (isArchive(format)
                                              ? "Unpack it first."
                                              : "Convert it to one of these" + otherWay(wanted, format) + "."));
    }

    private static boolean isArchive(MediaFormat format) {
        return switch (format) {
            case ZIP, GZIP, RAR, SEVEN_ZIP -> true;
            default -> false;
        };
    }

    /** Returns other advice. The operation uploadImage reads no type: there the library is the alternative. */
    private static String otherWay(@Nullable UploadRule wanted, MediaFormat format) {
        MaterialType type = format.autoType();
        if (format == MediaFormat.MP4_AUDIO && !UploadRule.ARTICLE_IMAGE.equals(wanted)) {
            return ", or set type=video to send it as a video without pictures";
        }
        if (wanted == null || type == null) {
            return "";
        }
        return wanted.equals(UploadRule.ARTICLE_IMAGE)
                ? ", or use addMaterial, which takes it" : ", or set type=" + type.wireName();
    }

    InvalidMaterialException typeNeeded() {
        return because(Reason.FORMAT,
                "with validate=false the type cannot be found by this content. Set type to image, voice, video or"
                                      + " thumb.");
    }

    InvalidMaterialException tooLarge(UploadRule rule, long limit, long actual, boolean all) {
        String size = all ? Bytes.measured(actual) : "more than " + Bytes.measured(limit);
        String most = limit == Inspection.HARD_CAP_BYTES
                ? "the most that is sent, with validate=false too, is " + Bytes.round(limit)
                : "the limit for " + rule.name() + " is "
                  + (rule.equals(UploadRule.ARTICLE_IMAGE) ? "below " + Bytes.round(limit + 1) : Bytes.round(limit));
        return new InvalidMaterialException(
                Reason.SIZE, subject() + ": " + size + ", " + most + ". " + rule.sizeAdvice()
                             + (actual <= MaterialType.IMAGE.rule().limit() ? rule.largerAdvice() : ""),
                fileName, limit, actual);
    }

    InvalidMaterialException tooLong(Duration limit, Duration actual) {
        return new InvalidMaterialException(
                Reason.PLAY_TIME,
                subject() + ": the voice takes " + String.format(Locale.ROOT, "%,.1f", actual.toMillis() / 1000d)
                                  + " s, WeChat allows " + limit.toSeconds() + " s. Cut it.",
                fileName, limit.toMillis(), actual.toMillis());
    }

    InvalidMaterialException otherLength(long promised, long actual) {
        return new InvalidMaterialException(
                Reason.LENGTH, subject() + ": " + Bytes.measured(actual) + " where " + Bytes.measured(promised)
                               + " were promised. FTP in text mode does that (use binary=true), and so does a"
                               + " transfer that broke off, or a file that is still being written (use a read lock).",
                fileName, promised, actual);
    }

    private static String takes(@Nullable UploadRule rule) {
        if (rule != null) {
            return "WeChat's " + rule.name() + " takes " + String.join(", ", rule.extensions());
        }
        // a thumb is an image too
        return Stream.of(MaterialType.IMAGE, MaterialType.VOICE, MaterialType.VIDEO)
                .map(type -> String.join(", ", type.rule().extensions()) + " (" + type.wireName() + ")")
                .collect(Collectors.joining("; ", "WeChat takes ", ""));
    }

    private static @Nullable UploadRule nearest(MediaFormat format) {
        return switch (format.contentType().substring(0, format.contentType().indexOf('/'))) {
            case "image" -> MaterialType.IMAGE.rule();
            case "audio" -> MaterialType.VOICE.rule();
            case "video" -> MaterialType.VIDEO.rule();
            default -> null;
        };
    }
}
