package io.github.camelwechat.docs;

import java.util.stream.Stream;

/** The code in the pages, for tests in other packages. */
public final class Snippets {

    private Snippets() {
    }

    /** {@return the blocks of all pages but of translations, which have the same ones} */
    public static Stream<Snippet> inPages() {
        return Page.all().filter(page -> !page.isTranslation()).flatMap(page -> page.blocks().stream())
                .map(block -> new Snippet(block.page() + ":" + block.line(), block.language(), block.text()));
    }

    /**
     * A piece of code.
     *
     * @param where its file, and the line in a page
     */
    public record Snippet(String where, String language, String text) {

        @Override
        public String toString() {
            return where;
        }
    }
}
