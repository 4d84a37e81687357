package io.github.camelwechat.material.internal.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * File name to send. WeChat judges a file by its extension and keeps the name as the material's name; the name stands
 * between quotes in a header of the multipart body, and none of its characters may end that header.
 */
final class FileName {

    /** Limit in UTF-8, extension included; most file systems have the same. */
    static final int MAX_BYTES = 255;

    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:");
    private static final Pattern UNPRINTABLE = Pattern.compile("[" + VisibleText.UNPRINTABLE_CHARACTERS + "]");
    private static final Pattern ILLEGAL = Pattern.compile("[" + VisibleText.UNPRINTABLE_CHARACTERS + "\"\\\\]");
    private static final Pattern LEADING_DOTS = Pattern.compile("^[.\\s]+");
    /** Ends of changes of direction, which change nothing. */
    private static final Pattern DIRECTION_ENDS = Pattern.compile("[\\u202c\\u2069]");
    /** Endings of names of other bodies than the media: packed ones, and files that are still being written. */
    private static final Set<String> PACKED_EXTENSIONS
            = Set.of("gz", "bz2", "xz", "zst", "zip", "part", "tmp", "inprogress", "download", "crdownload");
    private static final int BRAILLE_BLANK = 0x2800;
    private static final Set<String> MEDIA_EXTENSIONS = mediaExtensions();
    private static final AddressName ADDRESS_NAME = new AddressName(MEDIA_EXTENSIONS);
    /** Grapheme cluster: a letter with its marks, an emoji of several parts. */
    private static final Pattern SEEN_AS_ONE = Pattern.compile("\\X");
    private static final Pattern CODE_POINT = Pattern.compile("(?s).");

    private FileName() {
    }

    /**
     * Drops any path, what an address has left in it and what nobody sees; replaces what could break out of a header,
     * or make a text that shows the name read otherwise (line ends, changes of direction).
     *
     * @return the name; null if there is nothing left
     */
    static @Nullable String clean(@Nullable String wanted) {
        if (wanted == null) {
            return null;
        }
        String plain = withoutQuotes(withoutUnseenEnds(HeaderName.of(withoutUnseenEnds(wanted))));
        String path = ADDRESS_NAME.path(visible(plain, UNPRINTABLE));
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        name = seen(visible(DRIVE.matcher(name).replaceFirst(""), ILLEGAL));
        int end = name.length();
        while (end > 0 && (name.charAt(end - 1) == '.' || isUnseen(name.charAt(end - 1)))) {
            end--;
        }
        return end == 0 ? null : name.substring(0, end);
    }

    /** Returns a text without invisible characters, and with underscores for others. */
    private static String visible(String text, Pattern replaced) {
        return VisibleText.of(replaced.matcher(DIRECTION_ENDS.matcher(text).replaceAll("")).replaceAll("_"));
    }

    /** Returns a text without blanks, format characters and halves of characters around it. */
    private static String withoutUnseenEnds(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isUnseenEnd(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (end > start && isUnseenEnd(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    private static boolean isUnseenEnd(int c) {
        int type = Character.getType(c);
        return type == Character.FORMAT || type == Character.SURROGATE || (c <= 0xffff && isUnseen((char) c));
    }

    /** Returns a text without blanks and line ends around it, also those that Java takes for letters. */
    private static String seen(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isUnseen(text.charAt(start))) {
            start++;
        }
        while (end > start && isUnseen(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isUnseen(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c) || c == BRAILLE_BLANK;
    }

    /** Returns what is between the quotes around a name out of another header. */
    private static String withoutQuotes(String name) {
        int last = name.length() - 1;
        return last > 0 && name.charAt(0) == '"' && name.charAt(last) == '"' ? name.substring(1, last) : name;
    }

    /**
     * @param clean   a name out of {@link #clean}, or null
     * @param rule    for what it is sent as
     * @param format  what the content is; null if unknown
     * @param checked whether the content is known to fit the rule: then the extension follows the content; otherwise
     *                one is added where the rule does not take what is there, and none is changed
     */
    static String toSend(@Nullable String clean, UploadRule rule, @Nullable MediaFormat format, boolean checked) {
        String name = clean == null ? "" : checked ? unpacked(clean) : clean;
        int dot = name.lastIndexOf('.');
        String extension = name.substring(dot + 1);
        String lower = dot < 0 ? "" : extension.toLowerCase(Locale.ROOT);
        boolean fits = rule.extensions().contains(lower)
                && (!checked || (format != null && format.extensions().contains(lower)));
        boolean cut = fits || ((checked || dot == 0) && MEDIA_EXTENSIONS.contains(lower));
        String stem = cut ? seen(name.substring(0, dot)) : name;
        if (!fits) {
            extension = (format != null && rule.accepts(format) ? format : rule.defaultFormat()).extension();
        }
        return bounded(stem.isEmpty() ? defaultStem(rule) : stem, MAX_BYTES - 1 - extension.length()) + "." + extension;
    }

    /** Returns the name of a file that was packed, or that a transfer was to rename: "a.jpg.gz" is of "a.jpg". */
    private static String unpacked(String name) {
        int dot = name.lastIndexOf('.');
        if (dot < 0 || !PACKED_EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT))) {
            return name;
        }
        int inner = name.lastIndexOf('.', dot - 1);
        return inner >= 0 && MEDIA_EXTENSIONS.contains(name.substring(inner + 1, dot).toLowerCase(Locale.ROOT))
                ? name.substring(0, dot) : name;
    }

    /**
     * @param wanted    a name from outside, or null
     * @param format    what the content is; null if unknown
     * @param otherwise the stem where nothing is left of that name
     */
    static String ofDownload(@Nullable String wanted, @Nullable MediaFormat format, String otherwise) {
        String name = Stream.of(shown(clean(wanted)), shown(clean(otherwise)), "material").filter(Objects::nonNull).findFirst()
                .orElseThrow();
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (format == null || (name.contains(".") && format.extensions().contains(extension))) {
            return bounded(name, MAX_BYTES);
        }
        return bounded(name, MAX_BYTES - 1 - format.extension().length()) + "." + format.extension();
    }

    /** Returns the name without dots at its start, which hide a file; null if nothing but an extension is left. */
    private static @Nullable String shown(@Nullable String clean) {
        if (clean == null || !clean.startsWith(".")) {
            return clean;
        }
        String name = LEADING_DOTS.matcher(clean).replaceFirst("");
        return name.isEmpty() || MEDIA_EXTENSIONS.contains(name.toLowerCase(Locale.ROOT)) ? null : name;
    }

    private static String defaultStem(UploadRule rule) {
        return rule.equals(UploadRule.ARTICLE_IMAGE) ? MaterialType.IMAGE.wireName() : rule.name();
    }

    /** Returns a name of at most {@value #MAX_BYTES} bytes, for messages. */
    static String bounded(String name) {
        return bounded(name, MAX_BYTES);
    }

    private static String bounded(String stem, int bytes) {
        // a character takes a byte at least: of a name of megabytes, out of a header, only the start is looked at
        if (stem.length() <= bytes && stem.getBytes(StandardCharsets.UTF_8).length <= bytes) {
            return stem;
        }
        String start = stem.substring(0, Math.min(stem.length(), bytes + 1));
        int end = lastEndWithin(bytes, start, SEEN_AS_ONE);
        return start.substring(0, end > 0 ? end : lastEndWithin(bytes, start, CODE_POINT));
    }

    private static int lastEndWithin(int bytes, String text, Pattern part) {
        int end = 0;
        int left = bytes;
        for (Matcher each = part.matcher(text); each.find(); end = each.end()) {
            left -= each.group().getBytes(StandardCharsets.UTF_8).length;
            if (left < 0) {
                return end;
            }
        }
        return end;
    }

    /** Returns the extensions of media files, which are replaced; any other is a part of the name. */
    private static Set<String> mediaExtensions() {
        Stream<String> known = Arrays.stream(MediaFormat.values())
                .filter(format -> !format.contentType().startsWith("application/"))
                .flatMap(format -> format.extensions().stream());
        Stream<String> others = Stream.of(
                "jpe", "jfif", "pjpeg", "apng", "dib", "svg", "jp2", "m4v", "f4v", "mpg", "mpeg", "3gpp", "mp2", "mpga", "m4r",
                "f4a", "opus", "aif", "aiff", "silk", "slk");
        return Stream.concat(known, others).collect(Collectors.toUnmodifiableSet());
    }
}
