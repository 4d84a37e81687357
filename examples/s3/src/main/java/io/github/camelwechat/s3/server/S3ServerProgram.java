package io.github.camelwechat.s3.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The server as a program, with its objects in a folder. */
final class S3ServerProgram {

    private static final String USAGE
            = "Say --folder DIR --port N BUCKET…, and set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY";

    private S3ServerProgram() {
    }

    public static void main(String[] args) throws Exception {
        List<String> words = List.of(args);
        @Nullable
        String accessKey = System.getenv("AWS_ACCESS_KEY_ID");
        @Nullable
        String secretKey = System.getenv("AWS_SECRET_ACCESS_KEY");
        if (words.size() < 4 || !words.get(0).equals("--folder") || !words.get(2).equals("--port") || accessKey == null
                || secretKey == null) {
            System.err.println(USAGE);
            System.exit(2);
        } else {
            serve(words, new Owner(accessKey, secretKey));
        }
    }

    /** The server's threads keep the process running until it is ended from outside. */
    private static void serve(List<String> words, Owner owner) throws Exception {
        Path folder = Files.createDirectories(Path.of(words.get(1)));
        S3Server server
                = S3Server.inFolder(folder, Integer.parseInt(words.get(3)), owner, words.subList(4, words.size()));
        System.out.println("S3 server: " + server.url());
    }
}
