package io.github.camelwechat.simulator.api;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

import io.github.camelwechat.simulator.answer.ApiError;
import io.github.camelwechat.simulator.format.FileBytes;
import io.github.camelwechat.simulator.format.Format;
import io.github.camelwechat.simulator.format.FormatRecogniser;
import io.github.camelwechat.simulator.format.PlayTime;
import io.github.camelwechat.simulator.library.MaterialType;
import io.github.camelwechat.simulator.library.Spool;

/**
 * What an interface takes as a file: checks 11 to 14 of the order.
 *
 * @param extensions     in lower case; they are compared without case
 * @param wrongExtension the errcode for others
 * @param limit          the most bytes
 * @param tooLarge       the errcode for more
 * @param formats        those that the bytes may have
 * @param wrongFormat    the errcode for others
 */
record FileRule(
        Set<String> extensions,
        int wrongExtension,
        long limit,
        int tooLarge,
        Predicate<Format> formats,
        int wrongFormat) {

    /** 60 s and what encoders add in front and behind. */
    private static final Duration LONGEST = Duration.ofMillis(60_500);
    private static final Set<Format> NOT_TEMPORARY = EnumSet.of(Format.BMP, Format.WAV, Format.WMA);

    /** Pictures for articles: "below 1 MB". */
    static final FileRule ARTICLE_PICTURE = new FileRule(
            Set.of("jpg", "jpeg", "png"), 40005, 1024 * 1024 - 1, 40009,
            format -> format == Format.JPEG || format == Format.PNG, 40137);

    static FileRule permanent(MaterialType type) {
        return new FileRule(
                type.extensions(), type == MaterialType.VIDEO ? 40113 : 40005, type.limit(), type.tooLarge(),
                type::allowsFormat, wrongFormat(type));
    }

    /** Temporary media: fewer formats, and one code for all that is too large. */
    static FileRule temporary(MaterialType type) {
        Set<String> extensions = switch (type) {
            case IMAGE -> Set.of("png", "jpeg", "jpg", "gif");
            case VOICE -> Set.of("amr", "mp3");
            case VIDEO, THUMB -> type.extensions();
        };
        return new FileRule(
                extensions, 40005, type.limit(), 40006,
                format -> type.allowsFormat(format) && !NOT_TEMPORARY.contains(format), wrongFormat(type));
    }

    /** {@return the format that the bytes have} */
    Format check(String fileName, Spool spool) throws IOException {
        ApiError.requireBehind(extensions.contains(extension(fileName)), wrongExtension);
        ApiError.requireBehind(spool.size() <= Spool.CAP, 45001);
        ApiError.requireBehind(spool.size() <= limit, tooLarge);
        return spool.read(this::check);
    }

    private Format check(FileBytes file) {
        Format format = FormatRecogniser.recognise(file).filter(formats).orElseThrow(() -> ApiError.behind(wrongFormat));
        if (format.isVoice()) {
            ApiError.requireBehind(PlayTime.of(format, file).filter(time -> time.compareTo(LONGEST) > 0).isEmpty(), 45007);
        }
        return format;
    }

    private static int wrongFormat(MaterialType type) {
        return type.listedAs() == MaterialType.IMAGE ? 40137 : 40005;
    }

    private static String extension(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
