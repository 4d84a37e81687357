package io.github.camelwechat.docs;

import java.util.regex.Pattern;

import io.github.camelwechat.docs.Page.Block;

/**
 * The blocks of commands that CI takes out of the pages and runs: in its script each is a {@code sh_block PAGE NUMBER}.
 */
final class CiCommands {

    private static final String SCRIPT = Repository.read(".ci/run");

    private CiCommands() {
    }

    static boolean take(Block block) {
        int number = 1 + Page.read(block.page()).blocks().stream().filter(other -> other.language().equals("sh")).toList()
                .indexOf(block);
        return block.language().equals("sh")
                && Pattern.compile("\\bsh_block " + Pattern.quote(block.page() + " " + number) + "\\b").matcher(SCRIPT).find();
    }
}
