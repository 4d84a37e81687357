package io.github.camelwechat.material.article;

/** Editor of single attributes of a source. */
final class AttributeEditor {

    private final String source;

    AttributeEditor(String source) {
        this.source = source;
    }

    void set(TagAttribute attribute, String value, Edits edits) {
        switch (attribute.quote()) {
            case TagAttribute.WITHOUT_VALUE -> edits.insert(attribute.nameEnd(), "=\"" + escape(value) + '"');
            case TagAttribute.UNQUOTED ->
                edits.replace(attribute.valueFrom(), attribute.valueEnd(), '"' + escape(value) + '"');
            default -> edits.replace(attribute.valueFrom(), attribute.valueEnd(), escape(value));
        }
    }

    void add(StartTag tag, String name, String value, Edits edits) {
        edits.insert(tag.nameEnd(), ' ' + name + "=\"" + escape(value) + '"');
    }

    void rename(TagAttribute attribute, String name, Edits edits) {
        if (!attribute.name().equals(name)) {
            edits.replace(attribute.from(), attribute.nameEnd(), name);
        }
    }

    /** Removes an attribute, and the blanks before it unless they part its neighbors. */
    void remove(TagAttribute attribute, Edits edits) {
        int from = attribute.from();
        char next = source.charAt(attribute.end());
        if (Characters.isSpace(next) || next == '>') {
            while (Characters.isSpace(source.charAt(from - 1))) {
                from--;
            }
        }
        edits.remove(from, attribute.end());
    }

    /** {@return a text for a value in quotes of either kind} */
    static String escape(String value) {
        StringBuilder escaped = new StringBuilder(value.length() + 16);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
