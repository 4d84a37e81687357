package io.github.camelwechat.material.article;

/** Texts of an article as a warning may quote them: short, without invisible characters, without secrets. */
final class Shown {

    private static final int MAX_LENGTH = 100;
    private static final int MAX_DATA = 40;

    private Shown() {
    }

    /** {@return an address without login, query and fragment, which may hold a signature} */
    static String address(String address) {
        String text = address.strip();
        if (text.regionMatches(true, 0, "data:", 0, 5)) {
            int end = endBefore(text, ",;", 0);
            return text(text.substring(0, Math.min(end, MAX_DATA))) + "…";
        }
        int end = endBefore(text, "?#", 0);
        int start = 0;
        int slashes = text.indexOf("//");
        if (slashes >= 0 && slashes < end) {
            int host = slashes + 2;
            int at = text.lastIndexOf('@', endBefore(text, "/\\?#", host) - 1);
            start = at >= host ? at + 1 : host;
        }
        return text(text.substring(start, end));
    }

    private static int endBefore(String text, String ends, int from) {
        int end = from;
        while (end < text.length() && ends.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    static String text(String text) {
        StringBuilder shown = new StringBuilder();
        int end = Math.min(text.length(), MAX_LENGTH);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        text.substring(0, end).codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED, Character.PRIVATE_USE ->
                    shown.append(String.format("\\u%04X", c));
                default -> shown.appendCodePoint(c);
            }
        });
        return end < text.length() ? shown + "…" : shown.toString();
    }
}
