package io.github.camelwechat.material.internal.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.List;

import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A body that cannot be opened any more takes no buffer with it. */
class UnopenedBodyTest {

    @Test
    void itsBufferIsThereForTheNextOne() throws IOException {
        DirectBuffers buffers = new DirectBuffers();
        ByteBuffer only = buffers.borrow();
        buffers.giveBack(only);
        RequestBody gone = new Gone();
        BodyProducer producer = new BodyProducer(gone, new MemoryChunks(gone, buffers), buffers, false);
        DataStreamChannel channel = new NoChannel();

        producer.produce(channel);
        assertThatThrownBy(() -> producer.produce(channel)).hasMessage("gone");
        producer.releaseResources();

        assertThat(buffers.borrow()).isSameAs(only);
    }

    private record Gone() implements RequestBody {

        @Override
        public String contentType() {
            return "image/png";
        }

        @Override
        public long contentLength() {
            return 5;
        }

        @Override
        public boolean isInMemory() {
            return true;
        }

        @Override
        public ReadableByteChannel open() throws IOException {
            throw new IOException("gone");
        }
    }

    private record NoChannel() implements DataStreamChannel {

        @Override
        public void requestOutput() {
            // nobody asks
        }

        @Override
        public int write(ByteBuffer bytes) {
            throw new AssertionError("nothing is there to be written");
        }

        @Override
        public void endStream() {
            throw new AssertionError("it has not begun");
        }

        @Override
        public void endStream(List<? extends Header> trailers) {
            endStream();
        }
    }
}
