package io.github.camelwechat.material.internal.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadableByteChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(60)
class RevocationTest extends PreparerTestBase {

    @Test
    void afterCloseNothingIsReadAnyMore() throws IOException {
        byte[] picture = Samples.filledUp("picture.png", 300_000);
        for (Object body : new Object[] {
                picture, ByteBuffer.wrap(picture), new ByteArrayInputStream(picture), Samples.path("clip.mp4"),
                new StreamCacheTest.WatchedCache(picture, true) }) {
            Media media = prepare(body);
            ReadableByteChannel channel = media.open();
            assertThat(channel.read(ByteBuffer.allocate(100))).isEqualTo(100);

            media.close();
            media.close();

            ByteBuffer target = ByteBuffer.allocate(100);
            assertThat(channel.isOpen()).isFalse();
            assertThatExceptionOfType(ClosedChannelException.class).isThrownBy(() -> channel.read(target));
            assertThat(target.position()).isZero();
            assertThatExceptionOfType(ClosedChannelException.class).isThrownBy(media::open);
            channel.close();
        }
    }

    @Test
    void openingAnewEndsTheChannelBefore() throws IOException {
        StreamCacheTest.WatchedCache cache
                = new StreamCacheTest.WatchedCache(Samples.filledUp("picture.png", 300_000), true);
        try (Media media = prepare(cache)) {
            ReadableByteChannel first = media.open();
            first.read(ByteBuffer.allocate(100));
            ReadableByteChannel second = media.open();

            assertThatExceptionOfType(ClosedChannelException.class).isThrownBy(() -> first.read(ByteBuffer.allocate(9)));
            first.close();
            assertThat(Samples.read(second)).isEqualTo(Samples.filledUp("picture.png", 300_000));
        }
    }

    /** A stream that stands still inside a read shows that close() does not wait for it, and that no read follows. */
    @Test
    void closeDoesNotWaitForTheReadUnderWay() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger releases = new AtomicInteger();
        Media media = new PreparedMedia("a.png", MediaFormat.PNG, MaterialType.IMAGE.rule(), new Content() {
            @Override
            public long length() {
                return 1000;
            }

            @Override
            public boolean isInMemory() {
                return false;
            }

            @Override
            public ReadableByteChannel open() {
                return new StandingChannel(reading, goOn);
            }

            @Override
            public void release() {
                releases.incrementAndGet();
            }
        }, Runnable::run);
        ExecutorService reader = Executors.newSingleThreadExecutor();
        ReadableByteChannel channel = media.open();
        Future<Integer> read = reader.submit(() -> channel.read(ByteBuffer.allocate(10)));
        reading.await();

        media.close();

        assertThat(read).isNotDone();
        assertThat(releases).as("while it is read").hasValue(0);
        goOn.countDown();
        assertThat(read.get(10, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(releases).as("once it is not").hasValue(1);
        assertThatExceptionOfType(ClosedChannelException.class).isThrownBy(() -> channel.read(ByteBuffer.allocate(10)));
        media.close();
        assertThat(releases).hasValue(1);
        reader.shutdown();
    }

    private record StandingChannel(CountDownLatch reading, CountDownLatch goOn) implements ReadableByteChannel {

        @Override
        public int read(ByteBuffer target) throws IOException {
            reading.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            target.put((byte) 1);
            return 1;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            // nothing is held
        }
    }

    /** Close in the middle of reading, often, and without any order: no read begins after it has returned. */
    @Test
    void closeRacesWithReading() throws Exception {
        byte[] picture = Samples.filledUp("picture.png", 300_000);
        ExecutorService reader = Executors.newSingleThreadExecutor();
        for (int round = 0; round < 300; round++) {
            Media media = prepare(new ByteArrayInputStream(picture));
            ReadableByteChannel channel = media.open();
            AtomicBoolean closed = new AtomicBoolean();
            AtomicBoolean late = new AtomicBoolean();
            CountDownLatch started = new CountDownLatch(1);
            Future<?> reading = reader.submit(() -> {
                ByteBuffer chunk = ByteBuffer.allocateDirect(512);
                started.countDown();
                while (true) {
                    boolean before = closed.get();
                    int count = channel.read(chunk.clear());
                    late.compareAndSet(false, before);
                    if (count < 0) {
                        return null;
                    }
                }
            });
            started.await();
            media.close();
            closed.set(true);
            try {
                reading.get(10, TimeUnit.SECONDS);
            } catch (java.util.concurrent.ExecutionException e) {
                assertThat(e).hasCauseInstanceOf(ClosedChannelException.class);
            }
            assertThat(late).isFalse();
            assertThat(spooled()).isEmpty();
        }
        reader.shutdown();
    }
}
