package io.github.camelwechat.material.wire;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

import io.github.camelwechat.material.Samples;
import io.github.camelwechat.material.result.AddMaterialResult;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** The program of {@link MemoryTest}: uploads pictures of the largest size at once, each made while it is read. */
final class StreamsOfUnknownLength {

    static final int STREAMS = 16;
    static final int SIZE = 10 << 20;

    private StreamsOfUnknownLength() {
    }

    /**
     * Uploads the streams.
     *
     * @param args the simulator's URL; whether stream caching is on, and then spools
     */
    public static void main(String[] args) throws Exception {
        boolean streamCaching = Boolean.parseBoolean(args[1]);
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.setStreamCaching(streamCaching);
            context.getStreamCachingStrategy().setSpoolEnabled(streamCaching);
            // Camel deletes this folder in the end; of its default it would leave the parent behind
            context.getStreamCachingStrategy().setSpoolDirectory(System.getProperty("java.io.tmpdir") + "/stream-cache");
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:streams").to("wechat-material:wxdemo?secret=secret&apiUrl=" + args[0]);
                }
            });
            context.start();
            ProducerTemplate template = context.createProducerTemplate();
            template.setThreadedAsyncMode(true);
            List<CompletableFuture<AddMaterialResult>> uploads = new ArrayList<>();
            for (int i = 0; i < STREAMS; i++) {
                uploads.add(template.asyncRequestBody("direct:streams", stream(i), AddMaterialResult.class));
            }
            for (CompletableFuture<AddMaterialResult> upload : uploads) {
                System.out.println(upload.join().mediaId());
            }
        }
    }

    static InputStream stream(int number) {
        return new Noise(number);
    }

    private static final class Noise extends InputStream {

        private final byte[] picture = Samples.png();
        private final Random random;
        private int position;

        Noise(int seed) {
            random = new Random(seed);
        }

        @Override
        public int read() {
            if (position == SIZE) {
                return -1;
            }
            int at = position++;
            return at < picture.length ? picture[at] & 0xff : random.nextInt(256);
        }

        @Override
        public int read(byte[] target, int offset, int count) {
            int filled = 0;
            for (int next; filled < count && (next = read()) >= 0; filled++) {
                target[offset + filled] = (byte) next;
            }
            return filled == 0 && count > 0 ? -1 : filled;
        }
    }
}
