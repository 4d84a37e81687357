package io.github.camelwechat.docs;

import java.util.List;
import java.util.regex.Pattern;

import io.github.camelwechat.docs.Page.Block;

/**
 * The commands that CI takes out of the pages and runs: in its script a block of them is a
 * {@code sh_block PAGE NUMBER}.
 */
final class CiCommands {

    private static final Pattern TAKEN = Pattern.compile("\\bsh_block (\\S+\\.md) (\\d+)");
    private static final List<String> RUN = TAKEN.matcher(Repository.read(".ci/run")).results()
            .flatMap(taken -> commands(taken.group(1)).get(Integer.parseInt(taken.group(2)) - 1).lines().stream())
            .map(String::strip).toList();

    private CiCommands() {
    }

    /** Whether each line of a block is run, if in another page. */
    static boolean run(Block block) {
        return block.language().equals("sh") && block.lines().stream().map(String::strip).allMatch(RUN::contains);
    }

    private static List<Block> commands(String page) {
        return Page.read(page).blocks().stream().filter(block -> block.language().equals("sh")).toList();
    }
}
