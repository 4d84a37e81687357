package io.github.camelwechat.material.internal.media;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Remover of the parts of an address from a wanted name: host, parameters, percent-encoding. Names that never were an
 * address stay as they are.
 */
final class AddressName {

    /** Also of a name in a header as RFC 8187 writes it: "UTF-8''%E9%AA%86.jpg". */
    private static final Pattern START
            = Pattern.compile("^(?:[A-Za-z][A-Za-z0-9+.-]+://[^/?#\\\\]*|file:(?=\\S)|(?i:utf-8)'[A-Za-z-]*')");
    private static final Pattern DATA = Pattern.compile("^data:[^,/]*/[^,]*,", Pattern.CASE_INSENSITIVE);
    /** "?w=100", and what the image services of object stores read: "?imageView2/2/w/100". */
    private static final Pattern PARAMETERS
            = Pattern.compile("\\?(?:[A-Za-z0-9_.~-]+=|(?:image[A-Z]\\w*|watermark|vframe|avthumb)(?:[/|]|$))");
    /** A slash or a backslash that is escaped: no name has one, so that it is of an address. */
    private static final Pattern ESCAPED_SLASH = Pattern.compile("%(?:2[Ff]|5[Cc])");
    /** Parameters of a segment, "photo;v=1", before escapes are decoded. */
    private static final Pattern SEGMENT_PARAMETERS = Pattern.compile(";[A-Za-z0-9_.~-]+=");
    private static final Pattern ESCAPES = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

    private final Pattern mediaThenParameters;

    /** @param mediaExtensions in lower case, without a dot */
    AddressName(Set<String> mediaExtensions) {
        // "photo.jpg?imageView2/2/w/100", "photo.jpg!thumb", "photo.jpg@100w.webp", "photo.jpg;jsessionid=1",
        // "photo.jpg|watermark/1", "photo.jpg~tplv-a.image", "photo.jpg:large", "photo.jpg=s100", "photo.jpg%3Fw=100"
        this.mediaThenParameters = Pattern.compile(
                "\\.(?:" + String.join("|", mediaExtensions)
                                                   + ")(?=[?#!;@&|~]|:\\S|=[whs]\\d|%(?:3F|23|21|3B|40|26|7C))",
                Pattern.CASE_INSENSITIVE);
    }

    /** Returns whether a name has a character of an address in it, or of an escape: most have none. */
    private static boolean mayBeAddress(String wanted) {
        return wanted.chars().anyMatch(c -> ":%?#!;@&|~='".indexOf(c) >= 0);
    }

    /** Returns a path whose last segment is the name; empty if the address names no file. */
    String path(String wanted) {
        // the encoded words of mail are none, though they have question marks
        if (!mayBeAddress(wanted) || wanted.startsWith("=?")) {
            return wanted;
        }
        if (DATA.matcher(wanted).lookingAt()) {
            return "";
        }
        Matcher start = START.matcher(wanted);
        boolean address = start.lookingAt();
        String path = address ? withoutSegmentParameters(before("?#", wanted.substring(start.end()))) : wanted;
        path = decoded(path, address || ESCAPED_SLASH.matcher(path).find());
        Matcher media = mediaThenParameters.matcher(path);
        if (media.find()) {
            return path.substring(0, media.end());
        }
        Matcher parameters = PARAMETERS.matcher(path);
        return !address && parameters.find() ? path.substring(0, parameters.start()) : path;
    }

    private static String withoutSegmentParameters(String path) {
        Matcher parameters = SEGMENT_PARAMETERS.matcher(path);
        return parameters.find(path.lastIndexOf('/') + 1) ? path.substring(0, parameters.start()) : path;
    }

    private static String before(String ends, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (ends.indexOf(text.charAt(i)) >= 0) {
                return text.substring(0, i);
            }
        }
        return text;
    }

    /**
     * Decodes an address. Elsewhere "100%25.jpg" may be meant; only escapes of Chinese characters are decoded there.
     */
    private static String decoded(String text, boolean address) {
        try {
            String decoded = ESCAPES.matcher(text).replaceAll(AddressName::characters);
            return address || decoded.chars().filter(c -> c > 0x7f).count() > text.chars().filter(c -> c > 0x7f).count()
                    ? decoded : text;
        } catch (IllegalArgumentException e) {
            // of another encoding, or no escapes at all
            return text;
        }
    }

    private static String characters(MatchResult escapes) {
        byte[] bytes = HexFormat.of().parseHex(escapes.group().replace("%", ""));
        try {
            return Matcher.quoteReplacement(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
