package io.github.camelwechat.feeds;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The programs of an example, as they are built.
 *
 * @param name   of the example, its folder and its package
 * @param folder where each prints into a file of its own
 */
record Example(String name, Folder folder) {

    /** Starts one of them, by its class within the example's package. */
    Program start(String program, Map<String, String> settings, String... words) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("-cp", "examples/" + name + "/target/" + name + ".jar",
                        "io.github.camelwechat." + name + "." + program));
        command.addAll(List.of(words));
        return Program.java(folder.resolve(program + ".log"), settings, command);
    }

    /** Starts the one that uploads. */
    Program upload(Map<String, String> account, Map<String, String> settings, String... words) throws IOException {
        Map<String, String> all = new HashMap<>(account);
        all.putAll(settings);
        return start("UploadApplication", all, words);
    }
}
