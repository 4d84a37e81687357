package io.github.camelwechat.s3;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Media of the quickstart as objects. The last one is broken: a WebP picture, whatever it is called. */
final class Samples {

    private final List<Sample> samples = List.of(
            new Sample("camel.png", "pictures/camel.png", Map.of()),
            new Sample("luotuo.jpg", "pictures/骆驼.jpg", Map.of()),
            new Sample("tune.mp3", "tune.mp3", Map.of()),
            new Sample("walk.mp4", "walk.mp4", Map.of("title", encoded("骆驼散步"), "introduction", encoded("三秒钟的沙漠。"))),
            new Sample("really-webp.jpg", "pictures/really-webp.jpg", Map.of()));

    List<String> keys() {
        return samples.stream().map(Sample::key).toList();
    }

    void put(S3Client s3, String bucket) throws IOException {
        for (Sample sample : samples) {
            try (InputStream file = Objects.requireNonNull(getClass().getResourceAsStream("/media/" + sample.file()))) {
                s3.putObject(put -> put.bucket(bucket).key(sample.key()).metadata(sample.metadata()),
                        RequestBody.fromBytes(file.readAllBytes()));
            }
        }
    }

    /** Metadata is ASCII. The encoder is one of forms, where a space becomes a plus. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private record Sample(String file, String key, Map<String, String> metadata) {
    }
}
