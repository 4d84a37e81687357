package io.github.camelwechat.material.article;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.github.camelwechat.material.article.CssToken.Kind;

/** Scanner of the value of one {@code style} for addresses. */
final class StyleScanner {

    private static final String IMAGE_SET = "image-set";
    /** Functions whose arguments cannot be {@code none}. */
    private static final Set<String> WHOLE = Set.of(IMAGE_SET, "cross-fade", "image");
    private static final Set<String> QUOTED = Set.of("url", "src");

    private final CssTokenizer tokens;
    private final Deque<Block> open = new ArrayDeque<>();
    private final List<CssAddress> found = new ArrayList<>();
    private final List<Integer> broken = new ArrayList<>();
    private String property = "";
    private String name = "";
    /** Of the outermost function that goes as a whole: its depth and start, and the first address in it. */
    private int wholeDepth;
    private int wholeFrom;
    private int wholeFirst;

    /** What is open: a bracket of another kind does not close it. */
    private enum Block {
        ROUND(")"),
        SQUARE("]"),
        CURLY("}"),
        IMAGE_SET(")");

        private final String closing;

        Block(String closing) {
            this.closing = closing;
        }

        static Block opened(String bracket) {
            return switch (bracket) {
                case "[" -> SQUARE;
                case "{" -> CURLY;
                default -> ROUND;
            };
        }

        boolean isClosedBy(String bracket) {
            return closing.equals(bracket);
        }
    }

    private StyleScanner(String style) {
        tokens = new CssTokenizer(style);
    }

    /**
     * Addresses of a style.
     *
     * @param found  in their order
     * @param broken offsets of strings and addresses without an end
     */
    record Result(List<CssAddress> found, List<Integer> broken) {
    }

    static Result scan(String style) {
        StyleScanner scanner = new StyleScanner(style);
        scanner.scan();
        return new Result(scanner.found, scanner.broken);
    }

    private void scan() {
        CssToken token = tokens.next();
        while (!token.is(Kind.END)) {
            token = take(token);
        }
        closeWhole(token.to());
    }

    /** Takes a token, and returns the next one. */
    private CssToken take(CssToken token) {
        switch (token.kind()) {
            case FUNCTION -> {
                return function(token);
            }
            case URL -> add(token.value(), token.from(), token.to());
            case STRING -> {
                if (open.peek() == Block.IMAGE_SET) {
                    add(token.value(), token.from(), token.to());
                }
            }
            case BROKEN -> broken.add(token.from());
            case OPEN -> open.push(Block.opened(token.value()));
            case CLOSE -> close(token);
            case IDENTIFIER, COLON, SEMICOLON -> declare(token);
            default -> {
                // nothing of interest
            }
        }
        return tokens.next();
    }

    private void declare(CssToken token) {
        if (!open.isEmpty()) {
            return;
        }
        switch (token.kind()) {
            case IDENTIFIER -> name = token.value().toLowerCase(Locale.ROOT);
            case COLON -> property = property.isEmpty() ? name : property;
            default -> {
                property = "";
                name = "";
            }
        }
    }

    private CssToken function(CssToken token) {
        String function = unprefixed(token.value().toLowerCase(Locale.ROOT));
        open.push(function.equals(IMAGE_SET) ? Block.IMAGE_SET : Block.ROUND);
        if (wholeDepth == 0 && WHOLE.contains(function)) {
            wholeDepth = open.size();
            wholeFrom = token.from();
            wholeFirst = found.size();
        }
        if (!QUOTED.contains(function)) {
            return tokens.next();
        }
        CssToken string = nextButSpace();
        if (!string.is(Kind.STRING)) {
            return string;
        }
        CssToken close = nextButSpace();
        if (close.is(Kind.CLOSE) && Block.ROUND.isClosedBy(close.value())) {
            add(string.value(), token.from(), close.to());
        } else {
            broken.add(token.from());
        }
        return close;
    }

    private CssToken nextButSpace() {
        CssToken token = tokens.next();
        return token.is(Kind.SPACE) ? tokens.next() : token;
    }

    private void add(String address, int from, int to) {
        found.add(new CssAddress(property, address, from, to, from, to));
    }

    private void close(CssToken token) {
        Block block = open.peek();
        if (block == null || !block.isClosedBy(token.value())) {
            return;
        }
        if (open.size() == wholeDepth) {
            closeWhole(token.to());
        }
        open.pop();
    }

    private void closeWhole(int to) {
        if (wholeDepth > 0) {
            found.subList(wholeFirst, found.size()).replaceAll(address -> address.within(wholeFrom, to));
            wholeDepth = 0;
        }
    }

    /** {@return a name without {@code -webkit-} and the like} */
    static String unprefixed(String name) {
        int end = name.startsWith("-") && !name.startsWith("--") ? name.indexOf('-', 1) : -1;
        return end < 0 ? name : name.substring(end + 1);
    }
}
