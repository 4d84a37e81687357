package io.github.camelwechat.material;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.apache.camel.Exchange;
import org.apache.camel.converter.stream.InputStreamCache;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** A fixed number of spoilt requests, in any form that a consumer may give them: each is answered. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReceiveFuzzTest {

    private static final int INPUTS = 5_000;
    private static final List<Object> HEADERS = List.of(
            "", "GET", "POST", "%", "\0", "a".repeat(10_000), List.of("a", "b"), Map.of("a", "b"), 42, new byte[] { 1 },
            "multipart/form-data", "application/x-www-form-urlencoded", "text/xml; charset=x", new Object());
    private static final List<String> NAMES = List.of(
            Exchange.HTTP_QUERY, Exchange.HTTP_METHOD, Exchange.CONTENT_TYPE, Exchange.HTTP_RESPONSE_CODE, "operation",
            WechatMaterialConstants.OPERATION, WechatMaterialPlatformConstants.MERCHANT, "timestamp", "", "<xml>\r\nHost: a");

    @RegisterExtension
    final Wechat wechat = new Wechat();

    private final Random random = new Random(20261130);
    private final SdkPushes sdk = new SdkPushes();

    @BeforeEach
    void platform() {
        wechat.platform("my-platform");
    }

    @Test
    void requestIsAnswered() {
        Map<Object, Integer> answers = new TreeMap<>();
        for (int i = 0; i < INPUTS; i++) {
            SdkPushes.Push push = random.nextBoolean() ? sdk.ticket() : sdk.unauthorized();
            Exchange exchange = wechat.send("wechat-material-platform:my-platform", sent -> fill(sent, push));

            assertThat(exchange.getException()).as("input %s", i).isNull();
            Object status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE);
            answers.merge(status, 1, Integer::sum);
            Map<String, Object> headers = new HashMap<>(exchange.getMessage().getHeaders());
            headers.remove(WechatMaterialPlatformConstants.INFO_TYPE);
            headers.remove(WechatMaterialPlatformConstants.MERCHANT);
            assertThat(headers).as("input %s", i).isEqualTo(Map.of(
                    Exchange.CONTENT_TYPE, "text/plain; charset=utf-8", Exchange.HTTP_RESPONSE_CODE, status));
            assertThat(exchange.getMessage().getBody()).as("input %s", i)
                    .isEqualTo(status.equals(200) ? "success" : "");
        }
        assertThat(answers).containsOnlyKeys(200, 403, 413);
        assertThat(answers.get(200)).isBetween(INPUTS / 20, INPUTS / 2);
    }

    private void fill(Exchange exchange, SdkPushes.Push push) {
        Map<String, Object> headers = new HashMap<>();
        headers.put(Exchange.HTTP_METHOD, "POST");
        headers.put(Exchange.HTTP_QUERY, random.nextInt(3) == 0 ? spoilt(push.query()) : push.query());
        for (int more = random.nextInt(3); more > 0; more--) {
            headers.put(NAMES.get(random.nextInt(NAMES.size())), HEADERS.get(random.nextInt(HEADERS.size())));
        }
        exchange.getMessage().setHeaders(headers);
        exchange.getMessage().setBody(body(random.nextInt(3) == 0 ? spoilt(push.body()) : push.body()));
    }

    private Object body(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return switch (random.nextInt(9)) {
            case 0 -> text;
            case 1, 2 -> bytes;
            case 3, 4 -> new ByteArrayInputStream(bytes);
            case 5 -> new InputStreamCache(bytes);
            case 6 -> new Cut(bytes, random.nextInt(bytes.length + 1));
            case 7 -> Arrays.copyOf(bytes, 65_530 + random.nextInt(20));
            default -> HEADERS.get(random.nextInt(HEADERS.size()));
        };
    }

    private String spoilt(String text) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return new String(bytes, 0, random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length, ISO_8859_1);
    }

    /** Bytes of a sender that goes away. */
    private static final class Cut extends InputStream {

        private final InputStream bytes;

        Cut(byte[] bytes, int length) {
            this.bytes = new ByteArrayInputStream(bytes, 0, length);
        }

        @Override
        public int read() throws IOException {
            return failingAtEnd(bytes.read());
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return failingAtEnd(bytes.read(buffer, offset, length));
        }

        private static int failingAtEnd(int read) throws IOException {
            if (read < 0) {
                throw new IOException("planted");
            }
            return read;
        }
    }
}
