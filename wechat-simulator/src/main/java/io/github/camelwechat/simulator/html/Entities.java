package io.github.camelwechat.simulator.html;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The character references in the value of an attribute, as far as an address or a style can need them. */
final class Entities {

    private static final Pattern REFERENCE
            = Pattern.compile(
                    "&(?:#([0-9]{1,7});?|#[xX]([0-9A-Fa-f]{1,6});?|([A-Za-z]+);|(amp|quot|lt|gt|nbsp)(?![=A-Za-z0-9]))");
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("amp", "&"), Map.entry("AMP", "&"), Map.entry("quot", "\""), Map.entry("QUOT", "\""),
            Map.entry("apos", "'"), Map.entry("lt", "<"), Map.entry("LT", "<"), Map.entry("gt", ">"), Map.entry("GT", ">"),
            Map.entry("nbsp", "\u00a0"), Map.entry("colon", ":"), Map.entry("sol", "/"), Map.entry("bsol", "\\"),
            Map.entry("lpar", "("), Map.entry("rpar", ")"), Map.entry("comma", ","), Map.entry("period", "."),
            Map.entry("semi", ";"), Map.entry("num", "#"), Map.entry("quest", "?"), Map.entry("equals", "="),
            Map.entry("percnt", "%"), Map.entry("commat", "@"), Map.entry("excl", "!"), Map.entry("lowbar", "_"),
            Map.entry("Tab", "\t"), Map.entry("NewLine", "\n"));

    private Entities() {
    }

    static String decoded(String value) {
        return value.indexOf('&') < 0 ? value : REFERENCE.matcher(value).replaceAll(Entities::character);
    }

    private static String character(MatchResult reference) {
        String text;
        if (reference.group(1) != null) {
            text = character(Integer.parseInt(reference.group(1)));
        } else if (reference.group(2) != null) {
            text = character(Integer.parseInt(reference.group(2), 16));
        } else {
            String name = reference.group(3) != null ? reference.group(3) : reference.group(4);
            text = NAMED.getOrDefault(name, reference.group());
        }
        return Matcher.quoteReplacement(text);
    }

    private static String character(int code) {
        return code > 0 && Character.isValidCodePoint(code) ? Character.toString(code) : "\ufffd";
    }
}
