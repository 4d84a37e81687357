package io.github.camelwechat.docs;

import java.util.List;

import io.github.camelwechat.docs.Page.Block;

/** The simulator's README, whose commands a test takes out of it and runs, but for those that CI takes. */
final class SimulatorPage {

    private static final String PATH = "wechat-simulator/README.md";

    private SimulatorPage() {
    }

    static List<Block> commands() {
        return Page.read(PATH).blocks().stream().filter(block -> block.language().equals("sh") && !CiCommands.run(block))
                .toList();
    }
}
