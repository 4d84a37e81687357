package io.github.camelwechat.s3;

import org.apache.camel.main.Main;
import software.amazon.awssdk.services.s3.S3Client;

/** The routes as an application, which runs until it is ended. */
public final class UploadApplication {

    private UploadApplication() {
    }

    public static void main(String[] args) throws Exception {
        // address, region and keys are where every AWS program looks for them: AWS_ENDPOINT_URL, AWS_REGION, …
        try (S3Client s3 = S3Client.create()) {
            Main main = new Main();
            main.configure().addRoutesBuilder(new S3Routes(s3));
            main.run(args);
        }
    }
}
