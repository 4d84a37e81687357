package io.github.camelwechat.material.internal.transport;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How much is handed over at a time to a channel that, as HttpCore over TLS, takes all it is given. */
class BodyProducerTest {

    private final byte[] content = new byte[1_000_000];
    private final Greedy channel = new Greedy();

    BodyProducerTest() {
        new Random(1).nextBytes(content);
    }

    @Test
    void whatGoesOutEncryptedIsNotTakenIntoMemoryWhole() throws Exception {
        List<Integer> calls = callsUntilEnd(producer(true));

        assertThat(channel.taken.toByteArray()).isEqualTo(content);
        assertThat(calls.get(0)).isEqualTo(256 * 1024);
        assertThat(calls.subList(1, calls.size())).allMatch(bytes -> bytes <= 32 * 1024);
    }

    @Test
    void aSocketThatTakesAllIsGivenAll() throws Exception {
        List<Integer> calls = callsUntilEnd(producer(false));

        assertThat(channel.taken.toByteArray()).isEqualTo(content);
        assertThat(calls).containsExactly(content.length);
    }

    private BodyProducer producer(boolean encrypted) {
        RequestBody body = new Body();
        DirectBuffers buffers = new DirectBuffers();
        return new BodyProducer(body, new MemoryChunks(body, buffers), buffers, encrypted);
    }

    /** How many bytes each call handed over, without the first call, which only waits. */
    private List<Integer> callsUntilEnd(BodyProducer producer) throws Exception {
        List<Integer> calls = new ArrayList<>();
        producer.produce(channel);
        assertThat(channel.taken.size()).isZero();
        while (!channel.ended) {
            int before = channel.taken.size();
            producer.produce(channel);
            calls.add(channel.taken.size() - before);
        }
        return calls;
    }

    private final class Body implements RequestBody {

        @Override
        public String contentType() {
            return "application/octet-stream";
        }

        @Override
        public long contentLength() {
            return content.length;
        }

        @Override
        public boolean isInMemory() {
            return true;
        }

        @Override
        public ReadableByteChannel open() {
            return Channels.newChannel(new ByteArrayInputStream(content));
        }
    }

    private static final class Greedy implements DataStreamChannel {

        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private boolean ended;

        @Override
        public int write(ByteBuffer source) {
            byte[] bytes = new byte[source.remaining()];
            source.get(bytes);
            taken.writeBytes(bytes);
            return bytes.length;
        }

        @Override
        public void requestOutput() {
            // asked again anyway
        }

        @Override
        public void endStream() {
            ended = true;
        }

        @Override
        public void endStream(List<? extends Header> trailers) {
            ended = true;
        }
    }
}
