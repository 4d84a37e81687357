package io.github.camelwechat.material.article;

/**
 * Address in a declaration of CSS.
 *
 * @param property  in lower case; empty if the declaration has none
 * @param address   decoded
 * @param from      start of {@code url(…)}, or of the string
 * @param to        its end
 * @param wholeFrom start of the outermost {@code image-set()} or {@code cross-fade()} around it, or of itself
 * @param wholeTo   end of that
 */
record CssAddress(String property, String address, int from, int to, int wholeFrom, int wholeTo) {

    /** {@return the CSS of another address} */
    static String written(String url) {
        StringBuilder css = new StringBuilder("url(");
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            boolean special = c <= ' ' || c == 0x7f || "\"'()<>\\`".indexOf(c) >= 0;
            if (special) {
                css.append(String.format("%%%02X", (int) c));
            } else {
                css.append(c);
            }
        }
        return css.append(')').toString();
    }

    CssAddress within(int outerFrom, int outerTo) {
        return new CssAddress(property, address, from, to, outerFrom, outerTo);
    }
}
