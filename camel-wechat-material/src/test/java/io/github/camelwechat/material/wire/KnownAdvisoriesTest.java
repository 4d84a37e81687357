package io.github.camelwechat.material.wire;

import java.util.concurrent.TimeUnit;

import io.github.camelwechat.material.Samples;
import io.github.camelwechat.material.error.UnexpectedAnswerException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Input that known advisories on the HTTP client and the JSON parser speak of: SECURITY.md names these tests. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class KnownAdvisoriesTest {

    private static final byte[] PNG = Samples.png(2000, 1);
    private static final String GOOD = "{\"media_id\":\"M\",\"url\":\"http://127.0.0.1/a\"}";

    @ParameterizedTest
    @ValueSource(strings = { "[", "{\"a\":" })
    void deeplyNestedAnswerIsUnexpected(String level) {
        assertUnexpected("{\"media_id\":" + level.repeat(100_000));
    }

    @ParameterizedTest
    @ValueSource(strings = { "9", "1.", "1E" })
    void longNumberIsUnexpected(String start) {
        assertUnexpected("{\"errcode\":" + start + "9".repeat(1_000_000) + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = { "gzip", "no-such-encoding", "gzip, gzip, gzip, gzip, gzip, gzip" })
    void contentEncodingIsIgnoredAndTheConnectionKept(String encoding) throws Exception {
        try (RawServer server = new RawServer(connection -> {
            while (true) {
                connection.readRequest();
                connection.answer("Content-Encoding: " + encoding + "\r\n", GOOD);
            }
        }); Uploader uploader = new Uploader(server.url())) {
            for (int i = 0; i < 50; i++) {
                assertThat(uploader.upload(PNG, "camel.png").mediaId()).isEqualTo("M");
            }
            // the next upload may begin before the connection is given back
            assertThat(server.connections()).hasSizeLessThan(20);
        }
    }

    private static void assertUnexpected(String answer) {
        assertThatExceptionOfType(UnexpectedAnswerException.class).isThrownBy(() -> {
            try (RawServer server = new RawServer(connection -> {
                connection.readRequest();
                connection.lastAnswer(answer);
            }); Uploader uploader = new Uploader(server.url())) {
                uploader.upload(PNG, "camel.png");
            }
        });
    }
}
