package io.github.camelwechat.s3.server;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

import static org.assertj.core.api.Assertions.assertThat;

class S3ServerProgramTest {

    private static final String BUCKET = "wechat-inbox";

    @Test
    void keepsObjectsAndTheirMetadataWhenItIsKilled(@TempDir Path here) throws Exception {
        String[] words = { "--folder", here.resolve("buckets").toString(), "--port", "0", BUCKET };
        Process first = start(words);
        try (S3Client s3 = client(url(first))) {
            s3.putObject(put -> put.bucket(BUCKET).key("a/b.mp4").metadata(Map.of("title", "%E9%AA%86")),
                    RequestBody.fromString("bytes"));
        } finally {
            first.destroyForcibly().waitFor();
        }
        Process second = start(words);
        try (S3Client s3 = client(url(second))) {
            assertThat(s3.headObject(head -> head.bucket(BUCKET).key("a/b.mp4")).metadata()).containsEntry("title",
                    "%E9%AA%86");
            assertThat(s3.getObjectAsBytes(get -> get.bucket(BUCKET).key("a/b.mp4")).asUtf8String()).isEqualTo("bytes");
        } finally {
            second.toHandle().destroy();
            second.waitFor();
        }
    }

    @Test
    void saysWhatItWants() throws Exception {
        Process program = start("--folder");
        assertThat(program.inputReader().readLine()).contains("AWS_ACCESS_KEY_ID");
        assertThat(program.waitFor()).isEqualTo(2);
    }

    private static Process start(String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // what watches this Java, to count the lines that tests run, is to watch that one too
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-javaagent:")).toList());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), S3ServerProgram.class.getName()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(new File(".")).redirectErrorStream(true);
        builder.environment().putAll(Map.of("AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "secret"));
        return builder.start();
    }

    private static URI url(Process server) throws IOException {
        BufferedReader output = server.inputReader();
        String start = "S3 server: ";
        String line = output.readLine();
        while (line != null && !line.startsWith(start)) {
            line = output.readLine();
        }
        assertThat(line).isNotNull();
        return URI.create(line.substring(start.length()));
    }

    private static S3Client client(URI url) {
        return S3Client.builder().endpointOverride(url).region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "secret"))).build();
    }
}
