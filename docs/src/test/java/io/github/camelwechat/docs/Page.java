package io.github.camelwechat.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of Markdown.
 *
 * @param path  from the project's top folder
 * @param lines all of its lines
 */
record Page(Path path, List<String> lines) {

    private static final Pattern FENCE = Pattern.compile("( *)```(.*)");
    private static final Pattern HEADING = Pattern.compile("(#{1,6}) +(.*?)[ #]*");

    static Page read(String path) {
        return read(Path.of(path));
    }

    static Page read(Path path) {
        return new Page(path, Repository.read(path).lines().toList());
    }

    static Stream<Page> all() {
        return Repository.files("", ".md").stream().map(Page::read);
    }

    /** In another language than English, beside the English page of the same name. */
    boolean isTranslation() {
        return path.toString().endsWith(".zh-CN.md");
    }

    /** The fenced blocks; a fence within a list is indented, and its block with it. */
    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher opening = FENCE.matcher(lines.get(i));
            if (opening.matches()) {
                int first = i + 1;
                String closing = opening.group(1) + "```";
                do {
                    i++;
                } while (!lines.get(i).equals(closing));
                blocks.add(new Block(path, first, opening.group(2), lines.subList(first, i)));
            }
        }
        return blocks;
    }

    /** Those of one language. */
    Stream<Block> blocks(String language) {
        return blocks().stream().filter(block -> block.language().equals(language));
    }

    /** The page without its fenced blocks: lines of theirs are empty. */
    List<String> prose() {
        List<String> prose = new ArrayList<>(lines);
        for (Block block : blocks()) {
            for (int i = block.line(); i < block.line() + block.lines().size(); i++) {
                prose.set(i, "");
            }
        }
        return prose;
    }

    List<Heading> headings() {
        return prose().stream().map(HEADING::matcher).filter(Matcher::matches)
                .map(match -> new Heading(match.group(1).length(), match.group(2))).toList();
    }

    @Override
    public String toString() {
        return path.toString();
    }

    record Heading(int level, String text) {
    }

    /**
     * A fenced block.
     *
     * @param line  the number of its opening fence, from 1
     * @param lines what stands between the fences
     */
    record Block(Path page, int line, String language, List<String> lines) {

        String text() {
            return String.join("\n", lines);
        }

        @Override
        public String toString() {
            return page + ":" + line + " " + language + " " + lines.stream().findFirst().orElse("");
        }
    }
}
