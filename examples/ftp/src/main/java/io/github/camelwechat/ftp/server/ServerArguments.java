package io.github.camelwechat.ftp.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a server is started with.
 *
 * @param folder where its state is
 * @param port   where it listens
 */
record ServerArguments(Path folder, int port) {

    private static final String USAGE = "--folder DIR --port N";

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException if they are not two
     */
    static ServerArguments of(String... words) {
        if (words.length != 4) {
            throw new IllegalArgumentException(USAGE);
        }
        Map<String, String> values = Map.of(words[0], words[1], words[2], words[3]);
        return new ServerArguments(Path.of(value(values, "--folder")), Integer.parseInt(value(values, "--port")));
    }

    private static String value(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name)).orElseThrow(() -> new IllegalArgumentException(USAGE));
    }
}
