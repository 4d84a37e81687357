package io.github.camelwechat.feeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A bucket of an S3 server, from which {@code examples/s3} uploads. */
final class S3Feed implements Feed {

    private static final String INBOX = "wechat-inbox";
    private static final String FAILED = "wechat-failed";
    private static final Map<String, String> KEYS = Map.of("AWS_ACCESS_KEY_ID", "feed", "AWS_SECRET_ACCESS_KEY", "secret");

    private final Folder folder = new Folder("s3-feed");
    private final Example example = new Example("s3", folder);
    private final Server server = new Server(
            () -> example.start("server.S3ServerProgram", KEYS, "--folder", folder.resolve("buckets").toString(), "--port", "0",
                    INBOX, "wechat-done", FAILED),
            "S3 server: ");

    S3Feed() throws IOException {
    }

    @Override
    public void put(List<Picture> pictures) throws IOException {
        AwsBasicCredentials keys = AwsBasicCredentials.create(KEYS.get("AWS_ACCESS_KEY_ID"), KEYS.get("AWS_SECRET_ACCESS_KEY"));
        try (S3Client s3 = S3Client.builder().endpointOverride(URI.create(server.url())).region(Region.US_EAST_1)
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
    public Program start(Map<String, String> account) throws IOException {
        Map<String, String> settings = new HashMap<>(KEYS);
        settings.putAll(Map.of("AWS_ENDPOINT_URL", server.url(), "AWS_REGION", "us-east-1"));
        return example.upload(account, settings);
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
