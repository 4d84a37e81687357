package io.github.camelwechat.s3;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelwechat.simulator.library.Library;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What lies in the buckets where objects end, and what their sidecars say. */
final class Report {

    private final ObjectMapper json = new ObjectMapper();
    private final PrintStream out;
    private final S3Client s3;
    private final Library library;

    Report(PrintStream out, S3Client s3, Library library) {
        this.out = out;
        this.s3 = s3;
        this.library = library;
    }

    /** {@return how many objects, with a sidecar each, are in the bucket} */
    int print(String bucket) throws IOException {
        List<String> keys = s3.listObjectsV2(list -> list.bucket(bucket)).contents().stream().map(S3Object::key).toList();
        int objects = 0;
        for (String key : keys) {
            if (keys.contains(key + ".json")) {
                objects++;
                out.printf("%s/%s%n", bucket, key);
                print(json.readTree(s3.getObjectAsBytes(get -> get.bucket(bucket).key(key + ".json")).asByteArray()));
            }
        }
        return objects;
    }

    private void print(JsonNode sidecar) {
        for (String name : List.of("media_id", "url", "reason", "errcode", "advice")) {
            if (sidecar.has(name)) {
                out.printf("    %s: %s%n", name, sidecar.path(name).asText());
            }
        }
        library.find(sidecar.path("media_id").asText()).filter(material -> material.title() != null)
                .ifPresent(video -> out.printf("    title: %s%n    introduction: %s%n", video.title(), video.introduction()));
    }
}
