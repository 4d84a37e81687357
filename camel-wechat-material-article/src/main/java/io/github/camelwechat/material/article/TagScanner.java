package io.github.camelwechat.material.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Scanner of one start tag, by the states of the HTML standard's tokenizer. The offsets are exact where those of jsoup
 * are not: at empty values.
 */
final class TagScanner {

    private final String source;
    private int at;

    private TagScanner(String source, int from) {
        this.source = source;
        at = from;
    }

    /** {@return the start tag at an offset; null if there is none, or if it does not end} */
    static @Nullable StartTag scan(String source, int from) {
        boolean isTag = from >= 0 && from + 1 < source.length() && source.charAt(from) == '<'
                && Characters.isLetter(source.charAt(from + 1));
        return isTag ? new TagScanner(source, from).tag() : null;
    }

    private @Nullable StartTag tag() {
        int from = at++;
        while (at < source.length() && !isSpace() && !is('/') && !is('>')) {
            at++;
        }
        int nameEnd = at;
        List<TagAttribute> attributes = new ArrayList<>();
        while (at < source.length()) {
            if (is('>')) {
                at++;
                return new StartTag(source.substring(from + 1, nameEnd), from, nameEnd, at, attributes);
            }
            if (isSpace() || is('/')) {
                at++;
            } else {
                attributes.add(attribute());
            }
        }
        return null;
    }

    private TagAttribute attribute() {
        int from = at++;
        while (at < source.length() && !isSpace() && !is('/') && !is('>') && !is('=')) {
            at++;
        }
        int nameEnd = at;
        String name = source.substring(from, nameEnd).toLowerCase(Locale.ROOT);
        skipSpaces();
        if (!is('=')) {
            at = nameEnd;
            return new TagAttribute(name, from, nameEnd, nameEnd, nameEnd, nameEnd, TagAttribute.WITHOUT_VALUE);
        }
        at++;
        skipSpaces();
        if (is('"') || is('\'')) {
            char quote = source.charAt(at++);
            int valueFrom = at;
            int valueEnd = source.indexOf(quote, at);
            // without an end there is no tag either
            at = valueEnd < 0 ? source.length() : valueEnd + 1;
            return new TagAttribute(name, from, nameEnd, valueFrom, valueEnd < 0 ? at : valueEnd, at, quote);
        }
        int valueFrom = at;
        while (at < source.length() && !isSpace() && !is('>')) {
            at++;
        }
        return new TagAttribute(name, from, nameEnd, valueFrom, at, at, TagAttribute.UNQUOTED);
    }

    private void skipSpaces() {
        while (at < source.length() && isSpace()) {
            at++;
        }
    }

    private boolean isSpace() {
        return Characters.isSpace(source.charAt(at));
    }

    private boolean is(char c) {
        return at < source.length() && source.charAt(at) == c;
    }
}
