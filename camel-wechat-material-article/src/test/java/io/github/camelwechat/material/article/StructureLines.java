package io.github.camelwechat.material.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.xml.sax.Attributes;
import org.xml.sax.ext.DefaultHandler2;

/** Lines of what a parser reports, without what the rewriter may change, add or remove. */
final class StructureLines extends DefaultHandler2 {

    private static final Set<String> OF_PICTURES = Set.of(
            "src", "srcset", "sizes", "data-src", "data-original", "data-actualsrc", "data-lazy-src", "data-srcset",
            "data-ratio", "data-w", "data-type", "background", "href", "xlink:href", "data-miniprogram-imageurl");

    private static final Set<String> ENDLESS = Set.of("title", "textarea");

    private final List<String> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int depth;
    /**
     * Open elements whose text may be tags for jsoup: in these it goes on to the end of the article if they have no end
     * tag, and in drawings CDATA is text.
     */
    private int endless;

    List<String> lines() {
        flush();
        return lines;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        flush();
        depth++;
        endless += isEndless(uri, name) ? 1 : 0;
        if (!name.equals("source")) {
            List<String> shown = new ArrayList<>();
            for (int i = 0; i < attributes.getLength(); i++) {
                if (!OF_PICTURES.contains(attributes.getQName(i))) {
                    shown.add(attributes.getQName(i) + '=' + value(attributes, i));
                }
            }
            shown.sort(null);
            lines.add(depth + " " + uri + ' ' + name + shown);
        }
    }

    /** {@return the value; of a style what is outside of addresses} */
    private static String value(Attributes attributes, int i) {
        String value = attributes.getValue(i);
        return attributes.getQName(i).equals("style") && value.indexOf('(') >= 0 ? StyleFrame.of(value) : value;
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        flush();
        depth--;
        endless -= isEndless(uri, name) ? 1 : 0;
    }

    private static boolean isEndless(String uri, String name) {
        return ENDLESS.contains(name) || uri.endsWith("svg");
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        text.append(characters, start, length);
    }

    @Override
    public void comment(char[] characters, int start, int length) {
        flush();
        lines.add(depth + " comment " + new String(characters, start, length));
    }

    private void flush() {
        if (!text.isEmpty()) {
            lines.add(depth + " text " + (endless > 0 ? "" : text));
            text.setLength(0);
        }
    }
}
