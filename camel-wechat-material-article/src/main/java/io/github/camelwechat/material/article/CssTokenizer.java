package io.github.camelwechat.material.article;

import io.github.camelwechat.material.article.CssToken.Kind;

/** Tokenizer by CSS Syntax, level 3: of the tokens that matter for pictures. Linear, without a look back. */
final class CssTokenizer {

    private final String text;
    private final CssEscapes escapes;
    private int at;

    CssTokenizer(String text) {
        this.text = text;
        escapes = new CssEscapes(text);
    }

    CssToken next() {
        int from = at;
        if (at == text.length()) {
            return token(Kind.END, from);
        }
        char c = text.charAt(at);
        if (Characters.isSpace(c) || isComment()) {
            skipSpacesAndComments();
            return token(Kind.SPACE, from);
        }
        if (c == '"' || c == '\'') {
            return string(c);
        }
        if (Characters.isDigit(c)) {
            return number();
        }
        if (c == '#' || c == '@') {
            at++;
            skipName();
            return token(Kind.OTHER, from);
        }
        // the end of a comment of HTML, which CSS skips
        if (text.startsWith("-->", at)) {
            at += 3;
            return token(Kind.OTHER, from);
        }
        if (escapes.startsIdentifier(at)) {
            return identifier();
        }
        at++;
        return new CssToken(switch (c) {
            case '(', '[', '{' -> Kind.OPEN;
            case ')', ']', '}' -> Kind.CLOSE;
            case ':' -> Kind.COLON;
            case ';' -> Kind.SEMICOLON;
            default -> Kind.OTHER;
        }, text.substring(from, at), from, at);
    }

    private CssToken token(Kind kind, int from) {
        return new CssToken(kind, "", from, at);
    }

    private boolean isComment() {
        return text.startsWith("/*", at);
    }

    private void skipSpacesAndComments() {
        while (at < text.length()) {
            if (Characters.isSpace(text.charAt(at))) {
                at++;
            } else if (isComment()) {
                int end = text.indexOf("*/", at + 2);
                at = end < 0 ? text.length() : end + 2;
            } else {
                return;
            }
        }
    }

    /** Reads a number with its unit, which may look like a function. */
    private CssToken number() {
        int from = at;
        while (at < text.length() && (Characters.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        skipName();
        return token(Kind.OTHER, from);
    }

    private void skipName() {
        at = escapes.name(at, new StringBuilder());
    }

    private CssToken string(char quote) {
        int from = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == quote) {
                at++;
                return new CssToken(Kind.STRING, value.toString(), from, at);
            }
            if (Characters.isLineEnd(c)) {
                return token(Kind.BROKEN, from);
            }
            if (c == '\\') {
                at = escapes.inString(at, value);
            } else {
                value.append(c);
                at++;
            }
        }
        return token(Kind.BROKEN, from);
    }

    private CssToken identifier() {
        int from = at;
        StringBuilder name = new StringBuilder();
        at = escapes.name(at, name);
        if (at == text.length() || text.charAt(at) != '(') {
            return new CssToken(Kind.IDENTIFIER, name.toString(), from, at);
        }
        at++;
        int argument = at;
        while (argument < text.length() && Characters.isSpace(text.charAt(argument))) {
            argument++;
        }
        boolean quoted = argument < text.length() && (text.charAt(argument) == '"' || text.charAt(argument) == '\'');
        if ("url".equalsIgnoreCase(name.toString()) && !quoted) {
            at = argument;
            return url(from);
        }
        return new CssToken(Kind.FUNCTION, name.toString(), from, at);
    }

    private CssToken url(int from) {
        StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ')') {
                at++;
                return new CssToken(Kind.URL, value.toString(), from, at);
            }
            if (Characters.isSpace(c)) {
                return endOfUrl(from, value);
            }
            if (c == '"' || c == '\'' || c == '(' || Character.isISOControl(c) || (c == '\\' && !escapes.isEscape(at))) {
                return brokenUrl(from);
            }
            if (c == '\\') {
                at = escapes.escape(at, value);
            } else {
                value.append(c);
                at++;
            }
        }
        return token(Kind.BROKEN, from);
    }

    private CssToken endOfUrl(int from, StringBuilder value) {
        while (at < text.length() && Characters.isSpace(text.charAt(at))) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == ')') {
            at++;
            return new CssToken(Kind.URL, value.toString(), from, at);
        }
        return brokenUrl(from);
    }

    private CssToken brokenUrl(int from) {
        while (at < text.length() && text.charAt(at) != ')') {
            at += escapes.isEscape(at) ? 2 : 1;
        }
        at = Math.min(at + 1, text.length());
        return token(Kind.BROKEN, from);
    }
}
