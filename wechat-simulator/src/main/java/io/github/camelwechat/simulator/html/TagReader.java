package io.github.camelwechat.simulator.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Reader of the start tags of a text, one after the other, as the HTML standard splits a text into tokens. Passes over
 * comments, over elements whose content is text, and over templates, which are not shown. Used by one thread.
 */
final class TagReader {

    /** With scripts switched on, so with {@code noscript}. */
    private static final Set<String> TEXT
            = Set.of("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript");

    private final String html;
    private int position;
    private int templates;

    TagReader(String html) {
        this.html = html;
    }

    /** {@return the next start tag; null at the end} */
    @Nullable
    Tag next() {
        while (true) {
            int open = html.indexOf('<', position);
            if (open < 0 || open + 1 >= html.length()) {
                return null;
            }
            position = open + 1;
            Tag tag = tag();
            if (tag != null && templates == 0) {
                return tag;
            }
        }
    }

    /** {@return null if no start tag begins here} */
    private @Nullable Tag tag() {
        if (html.startsWith("!--", position)) {
            position = afterComment();
        } else if (html.charAt(position) == '!' || html.charAt(position) == '?') {
            position = behind(html.indexOf('>', position));
        } else if (html.charAt(position) == '/') {
            endTag();
        } else if (isLetter(position)) {
            return startTag();
        }
        return null;
    }

    private int afterComment() {
        int text = position + 3;
        if (html.startsWith(">", text)) {
            return text + 1;
        } else if (html.startsWith("->", text)) {
            return text + 2;
        }
        int end = html.indexOf("-->", text);
        int bang = html.indexOf("--!>", text);
        if (bang >= 0 && (end < 0 || bang < end)) {
            return bang + 4;
        }
        return end < 0 ? html.length() : end + 3;
    }

    private void endTag() {
        position++;
        if (position < html.length() && isLetter(position)) {
            if (read().name().equals("template") && templates > 0) {
                templates--;
            }
        } else {
            position = behind(html.indexOf('>', position));
        }
    }

    private Tag startTag() {
        Tag tag = read();
        if (tag.name().equals("template")) {
            templates++;
        } else if (tag.name().equals("plaintext")) {
            position = html.length();
        } else if (TEXT.contains(tag.name())) {
            position = endOfText(tag.name());
        }
        return tag;
    }

    private int endOfText(String name) {
        for (int end = html.indexOf("</", position); end >= 0; end = html.indexOf("</", end + 2)) {
            int after = end + 2 + name.length();
            if (html.regionMatches(true, end + 2, name, 0, name.length())
                    && (after >= html.length() || isBlank(after) || html.charAt(after) == '/' || html.charAt(after) == '>')) {
                return end;
            }
        }
        return html.length();
    }

    /** Reads name and attributes, up to the end of the tag. */
    private Tag read() {
        int start = position;
        while (position < html.length() && !isBlank(position) && html.charAt(position) != '/' && html.charAt(position) != '>') {
            position++;
        }
        String name = html.substring(start, position).toLowerCase(Locale.ROOT);
        List<Tag.Attribute> attributes = new ArrayList<>();
        while (true) {
            while (position < html.length() && (isBlank(position) || html.charAt(position) == '/')) {
                position++;
            }
            if (position >= html.length()) {
                return new Tag(name, attributes);
            }
            if (html.charAt(position) == '>') {
                position++;
                return new Tag(name, attributes);
            }
            attributes.add(attribute());
        }
    }

    private Tag.Attribute attribute() {
        int nameStart = position++;
        while (position < html.length() && !isBlank(position) && "/>=".indexOf(html.charAt(position)) < 0) {
            position++;
        }
        int nameEnd = position;
        String name = html.substring(nameStart, nameEnd).toLowerCase(Locale.ROOT);
        skipBlanks();
        if (position >= html.length() || html.charAt(position) != '=') {
            position = nameEnd;
            return new Tag.Attribute(name, nameStart, nameEnd, nameEnd, nameEnd, "");
        }
        position++;
        skipBlanks();
        char quote = position < html.length() ? html.charAt(position) : ' ';
        if (quote == '"' || quote == '\'') {
            int start = position + 1;
            int close = html.indexOf(quote, start);
            int end = close < 0 ? html.length() : close;
            position = Math.min(end + 1, html.length());
            return new Tag.Attribute(name, nameStart, start, end, position, html.substring(start, end));
        }
        int start = position;
        while (position < html.length() && !isBlank(position) && html.charAt(position) != '>') {
            position++;
        }
        return new Tag.Attribute(name, nameStart, start, position, position, html.substring(start, position));
    }

    private void skipBlanks() {
        while (position < html.length() && isBlank(position)) {
            position++;
        }
    }

    private int behind(int end) {
        return end < 0 ? html.length() : end + 1;
    }

    private boolean isBlank(int at) {
        return " \t\n\f\r".indexOf(html.charAt(at)) >= 0;
    }

    private boolean isLetter(int at) {
        char c = html.charAt(at);
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
