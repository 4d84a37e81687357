package io.github.camelwechat.s3;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.camelwechat.s3.server.Owner;
import io.github.camelwechat.s3.server.S3Server;
import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.library.Library;
import org.apache.camel.main.Main;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Puts five objects into a bucket, uploads them from there, and prints what became of each. */
public final class S3Example {

    private static final String INBOX = "wechat-inbox";
    private static final String DONE = "wechat-done";
    private static final String FAILED = "wechat-failed";
    private static final String COMPONENT = "camel.component.wechat-material.";
    private static final String APP_ID = "wxdemo";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final PrintStream out;
    private final S3Client s3;

    private S3Example(PrintStream out, S3Client s3) {
        this.out = out;
        this.s3 = s3;
    }

    public static void main(String[] args) throws Exception {
        System.exit(run(System.out));
    }

    /** {@return 0 if all ended where they should, else 1} */
    static int run(PrintStream out) throws Exception {
        String secret = "only-known-to-the-simulator";
        String secretKey = "only-known-to-the-server";
        try (S3Server server = S3Server.inMemory(new Owner("demo", secretKey), List.of(INBOX, DONE, FAILED));
             WechatSimulator wechat = WechatSimulator.builder().app(APP_ID, secret).start();
             S3Client s3 = S3Client.builder().endpointOverride(server.url()).region(Region.US_EAST_1)
                     .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("demo", secretKey)))
                     .build()) {
            // as far away as the real one
            wechat.faults().latency("/cgi-bin/material/add_material", Duration.ofMillis(200));
            Main main = new Main();
            main.configure().addRoutesBuilder(new S3Routes(s3));
            main.addOverrideProperty(COMPONENT + "app-id", APP_ID);
            main.addOverrideProperty(COMPONENT + "secret", secret);
            main.addOverrideProperty(COMPONENT + "api-url", wechat.url());
            return new S3Example(out, s3).run(main, wechat.library(APP_ID));
        }
    }

    private int run(Main main, Library library) throws Exception {
        Samples samples = new Samples();
        samples.put(s3, INBOX);
        out.printf("%d objects are in the bucket %s%n", samples.keys().size(), INBOX);
        main.start();
        try {
            awaitEmptyInbox();
        } finally {
            main.stop();
        }
        Report report = new Report(out, s3, library);
        int done = report.print(DONE);
        int failed = report.print(FAILED);
        boolean asItShouldBe = done == samples.keys().size() - 1 && failed == 1;
        out.printf("%d in the library, %d set aside%n", done, failed);
        return asItShouldBe ? 0 : 1;
    }

    private void awaitEmptyInbox() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!s3.listObjectsV2(list -> list.bucket(INBOX)).contents().isEmpty() && Instant.now().isBefore(end)) {
            Thread.sleep(100);
        }
    }
}
