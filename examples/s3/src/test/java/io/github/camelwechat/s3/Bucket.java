package io.github.camelwechat.s3;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A bucket as a test sees it. */
record Bucket(S3Client s3, String name) {

    void put(String key, String sample, Map<String, String> metadata) {
        put(key, bytes(sample), metadata);
    }

    void put(String key, byte[] bytes, Map<String, String> metadata) {
        s3.putObject(put -> put.bucket(name).key(key).metadata(metadata), RequestBody.fromBytes(bytes));
    }

    List<String> keys() {
        return s3.listObjectsV2(list -> list.bucket(name)).contents().stream().map(S3Object::key).toList();
    }

    JsonNode json(String key) throws IOException {
        return new ObjectMapper().readTree(s3.getObjectAsBytes(get -> get.bucket(name).key(key)).asByteArray());
    }

    static byte[] bytes(String sample) {
        try (InputStream file = Objects.requireNonNull(Bucket.class.getResourceAsStream("/media/" + sample))) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
