package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
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
    private static final int SIGNATURE_BYTES = 32;
    /** Bytes that are looked at for what a text is, or for media after something else. */
    private static final int MAX_START = 1 << 10;
    /** First bytes of PNG, GIF, RIFF and AMR. */
    private static final Set<Integer> FAR_BYTES = Set.of(0x89, (int) 'G', (int) 'R', (int) '#');

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

    /** Returns the error about what comes after the tags of a body, which is no audio. */
    InvalidMaterialException nothingAfterTag(@Nullable UploadRule wanted, FirstBytes after) {
        if (TextDamage.isIn(after, false)) {
            return textDamage(wanted);
        }
        MediaFormat other = Signatures.format(after);
        return because(Reason.FORMAT, takes(wanted) + "; this has a tag of MP3 in front, and "
                                      + (other == null
                                              ? "no audio after it. Was it cut off or damaged on the way?"
                                              : other.humanName() + " after it. Take the tag off."));
    }

    InvalidMaterialException unknown(@Nullable UploadRule wanted, FirstBytes first) {
        boolean text = first.isText();
        if (!text && (TextDamage.isIn(first, false) || first.isMarkedUtf16() || isDamagedUtf16(first))) {
            return textDamage(wanted);
        }
        boolean readable = (text && !first.has(0, "#!AMR\r")) || first.isUnmarkedUtf16();
        String known = readable ? aboutText(first) : aboutBytes(first);
        // uploadImage reads no type, and a type that is set is set
        return because(Reason.FORMAT, takes(wanted) + "; " + (known != null
                ? known
                : "the content of this is none of the known formats. If you are sure of it, set "
                  + (wanted == null ? "type and " : "") + "validate=false."));
    }

    /** Returns whether these are bytes that became a text in UTF-16: more than the letters of one. */
    private static boolean isDamagedUtf16(FirstBytes first) {
        if (!first.isUnmarkedUtf16()) {
            return false;
        }
        for (int offset = 0; offset < first.length(); offset++) {
            int c = first.at(offset);
            if ((c > 0 && c < ' ' && c != '\n' && c != '\r' && c != '\t') || c == 0xff) {
                return true;
            }
        }
        return false;
    }

    private static String aboutText(FirstBytes first) {
        String start = first.text(MAX_START).strip().toLowerCase(Locale.ROOT);
        String kind = "";
        String advice = "Text is no media; if it is a path or an address, send what it names, and if it is Base64, decode it.";
        if (start.startsWith("http/1.")) {
            return "this is an answer of an HTTP server, with its headers. Send its body alone.";
        } else if (start.startsWith("<!doctype html") || start.contains("<html")) {
            kind = ", a page in HTML";
            advice = "Did a server answer with a page, of an error perhaps, where the media was wanted?";
        } else if (start.startsWith("<?xml")) {
            kind = ", in XML";
            advice = "Did a server answer with an error where the media was wanted?";
        } else if (start.startsWith("{\\rtf")) {
            kind = ", in RTF";
        } else if (start.startsWith("{")) {
            kind = ", in JSON";
            advice = "Did a server answer with an error where the media was wanted? If the media is in it, take it out, and"
                     + " decode Base64.";
        } else if (start.startsWith("data:")) {
            kind = ", a data: address";
            advice = "Decode the Base64 after its comma.";
        } else if (start.startsWith("-----begin pgp")) {
            kind = ", encrypted by PGP";
            advice = "Decrypt it first.";
        }
        return "this is text" + kind + ". " + advice;
    }

    /** Returns what is known of bytes in no known format, and advice; null for nothing. */
    private static @Nullable String aboutBytes(FirstBytes first) {
        if (first.has(0, "HTTP/1.")) {
            return "this is an answer of an HTTP server, with its headers. Send its body alone.";
        }
        boolean png = first.has(0, "\u0089PNG") || first.has(0, "?PNG");
        if (first.length() < SMALLEST_MEDIA_BYTES) {
            return "this is " + Bytes.measured(first.length())
                   + ", too short for any. Was it cut off on the way, or still being"
                   + " written?";
        } else if (png || first.has(0, "#!AMR")) {
            return "this starts like " + (png ? "a PNG" : "an AMR")
                   + " whose line ends were changed. FTP in text mode does that,"
                   + " use binary=true.";
        } else if (first.has(0, "\u00ff\u00d8")) {
            return "this starts like a JPEG and is damaged. Was it cut off, or sent as text on the way?";
        } else if (first.isFilledWith(0) || first.isFilledWith(0xff)) {
            return "this starts with " + Bytes.measured(first.length()) + " of nothing but "
                   + (first.at(0) == 0 ? "zeros" : "0xFF") + ". Was it still being written, or lost by a disk?";
        }
        for (int offset = 1; offset <= MAX_START && offset < first.length(); offset++) {
            MediaFormat format = mayStart(first, offset) ? Signatures.format(first.from(offset, SIGNATURE_BYTES)) : null;
            if (format != null && (format.autoType() != null || format == MediaFormat.WEBP)) {
                return "this has " + Bytes.measured(offset) + " in front of " + format.humanName() + leading(first)
                       + ". Send what comes after these.";
            }
        }
        return first.has(0, "--") && first.text(MAX_START).contains("Content-Disposition: form-data")
                ? "this is a part of a multipart form, with its headers. Send its content alone." : null;
    }

    private static boolean mayStart(FirstBytes first, int offset) {
        return FAR_BYTES.contains(first.at(offset)) || (first.at(offset) == 0xff && first.at(offset + 1) == 0xd8);
    }

    private static String leading(FirstBytes first) {
        if (first.has(0, "\u00ef\u00bb\u00bf")) {
            return " (a byte order mark)";
        }
        return first.text(MAX_START).contains("Content-Disposition: form-data") ? " (the headers of a multipart form)" : "";
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
                                      + advice(wanted, format));
    }

    private static String advice(@Nullable UploadRule wanted, MediaFormat format) {
        return switch (format) {
            case ZIP, GZIP, RAR, SEVEN_ZIP, BZIP2, XZ, ZSTD, LZ4, TAR, CAB, CPIO, AR -> "Unpack it first.";
            case JAVA_OBJECT -> "Send the bytes that are in it, not the object.";
            case OPENSSL -> "Decrypt it first.";
            case APPLE_DOUBLE, DS_STORE, SHORTCUT, JAVA_CLASS, PROGRAM, FONT, SQLITE -> "It is no media: is it the right file?";
            default -> "Convert it to one of these" + otherWay(wanted, format) + ".";
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
