package io.github.camelwechat.material.internal.article;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Charset of a body that nothing else tells it of: by its byte order mark, else as a page names it, else UTF-8. */
final class ArticleCharset {

    /** Where browsers look for it. */
    private static final int LOOKED_AT_BYTES = 1024;
    private static final Pattern META
            = Pattern.compile("<meta\\s[^>]*?charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_.:-]+)", Pattern.CASE_INSENSITIVE);
    /** What browsers take some names for: the larger of two alike, and never a charset in which META cannot be read. */
    private static final Map<String, String> MEANT = Map.of(
            "gb2312", "GB18030", "gbk", "GB18030", "iso-8859-1", "windows-1252", "us-ascii", "windows-1252", "utf-16", "UTF-8",
            "utf-16le", "UTF-8", "utf-16be", "UTF-8");

    private ArticleCharset() {
    }

    static Charset of(ByteBuffer bytes) {
        byte[] head = new byte[Math.min(bytes.remaining(), LOOKED_AT_BYTES)];
        bytes.get(bytes.position(), head);
        if (head.length >= 2) {
            int mark = (head[0] & 0xff) << 8 | (head[1] & 0xff);
            if (mark == 0xfeff) {
                return StandardCharsets.UTF_16BE;
            } else if (mark == 0xfffe) {
                return StandardCharsets.UTF_16LE;
            }
        }
        Charset named = named(new String(head, StandardCharsets.ISO_8859_1));
        return named != null ? named : StandardCharsets.UTF_8;
    }

    /** JSON may have a page in it, and is in UTF-8. */
    private static @Nullable Charset named(String head) {
        Matcher meta = META.matcher(head);
        if (!head.stripLeading().startsWith("<") || !meta.find()) {
            return null;
        }
        String name = meta.group(1);
        try {
            return Charset.forName(MEANT.getOrDefault(name.toLowerCase(Locale.ROOT), name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            // nothing but strict UTF-8 is left to try
            return null;
        }
    }
}
