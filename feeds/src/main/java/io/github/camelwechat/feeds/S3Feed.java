package io.github.camelwechat.feeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A bucket of an S3 server, from which {@code examples/s3} uploads. */
final class S3Feed implements Feed {

    private static final String JAR = "examples/s3/target/s3.jar";
    private static final String INBOX = "wechat-inbox";
    private static final String FAILED = "wechat-failed";
    private static final Map<String, String> KEYS = Map.of("AWS_ACCESS_KEY_ID", "feed", "AWS_SECRET_ACCESS_KEY", "secret");

    private final Folder folder = new Folder("s3-feed");
    private final Program server;
    private final String url;

    S3Feed() throws IOException {
        server = Program.java(folder.resolve("server.log"), KEYS,
                List.of("-cp", JAR, "io.github.camelwechat.s3.server.S3ServerProgram", "--folder",
                        folder.resolve("buckets").toString(), "--port", "0", INBOX, "wechat-done", FAILED));
        url = server.await("S3 server: ");
    }

    @Override
    public void put(List<Picture> pictures) {
        AwsBasicCredentials keys = AwsBasicCredentials.create(KEYS.get("AWS_ACCESS_KEY_ID"), KEYS.get("AWS_SECRET_ACCESS_KEY"));
        try (S3Client s3 = S3Client.builder().endpointOverride(URI.create(url)).region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(keys)).build()) {
            for (Picture picture : pictures) {
                try {
                    put(s3, picture);
                } catch (UncheckedIOException e) {
                    // a connection that was kept and has been cut, which this client leaves to its caller
                    put(s3, picture);
                }
            }
        }
    }

    private static void put(S3Client s3, Picture picture) {
        s3.putObject(put -> put.bucket(INBOX).key(picture.name()), RequestBody.fromBytes(picture.bytes()));
    }

    @Override
    public Program start(String wechat) throws IOException {
        return Program.java(folder.resolve("log"),
                Map.of("WECHAT_APP_ID", "wxdemo", "WECHAT_APP_SECRET", "secret", "WECHAT_API_URL", wechat,
                        "AWS_ENDPOINT_URL", url, "AWS_REGION", "us-east-1",
                        "AWS_ACCESS_KEY_ID", "feed", "AWS_SECRET_ACCESS_KEY", "secret"),
                List.of("-cp", JAR, "io.github.camelwechat.s3.UploadApplication"));
    }

    /** {@return how many objects are in the bucket; looking into its folder costs the server nothing} */
    @Override
    public int waiting() throws IOException {
        return folder.count("buckets/" + INBOX);
    }

    @Override
    public int failed() throws IOException {
        return folder.count("buckets/" + FAILED);
    }

    @Override
    public void close() throws IOException {
        server.close();
        folder.close();
    }
}
