package io.github.camelwechat.material.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Start tags of a source, by the HTML standard's tokenizer and without a tree: also those that a parser drops. */
final class SourceTags {

    /** Elements whose content is text up to their end tag. */
    private static final Set<String> TEXTS
            = Set.of("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes");

    private final String source;
    private final List<StartTag> tags = new ArrayList<>();
    /** Names for which there is no end tag any more: looking for each again would take the square of the length. */
    private final Set<String> endless = new HashSet<>();

    private SourceTags(String source) {
        this.source = source;
    }

    static List<StartTag> read(String source) {
        SourceTags reader = new SourceTags(source);
        int at = source.indexOf('<');
        while (at >= 0 && at < source.length()) {
            at = source.indexOf('<', reader.next(at));
        }
        return reader.tags;
    }

    /** Reads what begins with an angle bracket. {@return the offset after it} */
    private int next(int at) {
        char c = at + 1 < source.length() ? source.charAt(at + 1) : ' ';
        if (Characters.isLetter(c)) {
            StartTag tag = TagScanner.scan(source, at);
            if (tag == null) {
                return source.length();
            }
            tags.add(tag);
            return afterText(tag);
        }
        if (source.startsWith("<!--", at)) {
            return afterComment(at);
        }
        return c == '!' || c == '?' || c == '/' ? after(">", at + 1) : at + 1;
    }

    private int afterComment(int at) {
        if (source.startsWith("<!-->", at) || source.startsWith("<!--->", at)) {
            return after(">", at);
        }
        int end = source.indexOf("--", at + 4);
        while (end >= 0 && !source.startsWith("-->", end) && !source.startsWith("--!>", end)) {
            end = source.indexOf("--", end + 1);
        }
        return end < 0 ? source.length() : after(">", end);
    }

    private int afterText(StartTag tag) {
        String name = tag.name().toLowerCase(Locale.ROOT);
        if (!TEXTS.contains(name) || endless.contains(name)) {
            return tag.end();
        }
        int end = source.indexOf("</", tag.end());
        while (end >= 0 && !isEndOf(name, end)) {
            end = source.indexOf("</", end + 1);
        }
        if (end < 0) {
            endless.add(name);
            return tag.end();
        }
        return end;
    }

    private boolean isEndOf(String name, int at) {
        int after = at + 2 + name.length();
        return source.regionMatches(true, at + 2, name, 0, name.length()) && after < source.length()
                && (Characters.isSpace(source.charAt(after)) || "/>".indexOf(source.charAt(after)) >= 0);
    }

    private int after(String end, int from) {
        int at = source.indexOf(end, from);
        return at < 0 ? source.length() : at + end.length();
    }
}
