package io.github.camelwechat.material.internal.transport;

/**
 * A text without its escapes that knows which part of the original each of its characters was.
 *
 * @param text   without the escapes
 * @param starts of each character: where it starts in the original; one entry more than characters
 */
record UnescapedText(String text, int[] starts) {

    static UnescapedText original(String text) {
        int[] starts = new int[text.length() + 1];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = i;
        }
        return new UnescapedText(text, starts);
    }

    /** {@return this text without one kind of escape, taken off once; this very text where it has none} */
    UnescapedText without(Escape escape) {
        StringBuilder plain = new StringBuilder(text.length());
        int[] plainStarts = new int[text.length() + 1];
        for (int i = 0; i < text.length();) {
            Escape.Unit unit = escape.at(text, i);
            plainStarts[plain.length()] = starts[i];
            plain.append(unit == null ? text.charAt(i) : unit.character());
            i = unit == null ? i + 1 : unit.end();
        }
        if (plain.length() == text.length()) {
            return this;
        }
        plainStarts[plain.length()] = starts[text.length()];
        return new UnescapedText(plain.toString(), plainStarts);
    }
}
