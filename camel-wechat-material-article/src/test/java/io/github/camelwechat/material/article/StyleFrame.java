package io.github.camelwechat.material.article;

import java.util.regex.Pattern;

/** What stays of a style when its pictures change. */
final class StyleFrame {

    /** Comments, addresses and strings, roughly: what is left has to be equal. */
    private static final Pattern CHANGING = Pattern.compile(
            "(?is)/[*].*?[*]/|(\\\\?u|\\\\0*75 ?)(r|\\\\0*72 ?)\\\\?l\\((\\s*\"[^\"]*\"\\s*|\\s*'[^']*'\\s*|[^)]*)\\)|\"[^\"]*\"|'[^']*'");

    private StyleFrame() {
    }

    static String of(String style) {
        return CHANGING.matcher(style).replaceAll("@");
    }
}
