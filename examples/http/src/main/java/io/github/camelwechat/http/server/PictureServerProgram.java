package io.github.camelwechat.http.server;

import java.io.IOException;
import java.nio.file.Path;

/** A picture server in a process of its own. */
public final class PictureServerProgram {

    private static final String USAGE = "Usage: --folder DIR --port N";

    private PictureServerProgram() {
    }

    public static void main(String[] words) throws IOException {
        if (words.length != 4 || !words[0].equals("--folder") || !words[2].equals("--port")) {
            System.out.println(USAGE);
            System.exit(2);
        }
        PictureServer server = new PictureServer(Path.of(words[1]), Integer.parseInt(words[3]));
        System.out.println("Picture server: " + server.url());
    }
}
