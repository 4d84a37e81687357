package io.github.camelwechat.material.article;

import java.util.regex.Pattern;

/** Addresses of pictures that show nothing until a script puts the real one in their place. */
final class Placeholder {

    private static final int MAX_DATA = 1024;
    private static final Pattern BLANK = Pattern.compile(
            "about:blank|#.*|(.*/)?(1x1|blank|pixel|spacer|transparent)[.](gif|png|svg)([?#].*)?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Placeholder() {
    }

    static boolean is(String address) {
        String text = address.strip();
        return text.isEmpty() || (text.regionMatches(true, 0, "data:", 0, 5)
                ? text.length() <= MAX_DATA : text.length() <= MAX_DATA && BLANK.matcher(text).matches());
    }
}
