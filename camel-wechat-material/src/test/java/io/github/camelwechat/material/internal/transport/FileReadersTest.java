package io.github.camelwechat.material.internal.transport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

class FileReadersTest {

    private final AtomicLong now = new AtomicLong();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final FileReaders readers = new FileReaders(threads, now::get);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void fourReadsThatHangForFiveSecondsAreTheLimit() throws Exception {
        List<CountDownLatch> hanging = new ArrayList<>();
        for (int i = 0; i < FileReaders.MAX_HUNG; i++) {
            assertThatCode(readers::requireResponsive).doesNotThrowAnyException();
            hanging.add(hang());
        }
        now.addAndGet(TimeUnit.SECONDS.toNanos(5));
        assertThatCode(readers::requireResponsive).as("not for longer than 5 s").doesNotThrowAnyException();

        now.incrementAndGet();
        assertThatIOException().isThrownBy(readers::requireResponsive)
                .withMessageContaining("4 files have not been read for 5 s");

        hanging.get(0).countDown();
        await().untilAsserted(() -> assertThatCode(readers::requireResponsive).doesNotThrowAnyException());
    }

    @Test
    void readsThatEndDoNotCount() {
        FileReaders inThisThread = new FileReaders(Runnable::run, now::get);
        for (int i = 0; i < 10; i++) {
            inThisThread.execute(() -> now.addAndGet(TimeUnit.SECONDS.toNanos(6)));
        }
        assertThatCode(inThisThread::requireResponsive).doesNotThrowAnyException();
    }

    @Test
    void slowFilesThatAreReadOnDoNotCount() throws Exception {
        CyclicBarrier steps = new CyclicBarrier(FileReaders.MAX_HUNG + 1);
        for (int i = 0; i < FileReaders.MAX_HUNG; i++) {
            new FileChunks(new SlowBody(steps), new DirectBuffers(), readers).begin();
        }
        for (int read = 0; read < SlowBody.READS; read++) {
            steps.await(10, TimeUnit.SECONDS);
            now.addAndGet(TimeUnit.SECONDS.toNanos(4));
            assertThatCode(readers::requireResponsive).doesNotThrowAnyException();
            steps.await(10, TimeUnit.SECONDS);
        }
    }

    /** A body of which each read begins and ends with a step of the test. */
    private record SlowBody(CyclicBarrier steps) implements RequestBody {

        static final int READS = 3;

        @Override
        public String contentType() {
            return "image/png";
        }

        @Override
        public long contentLength() {
            return (long) READS * DirectBuffers.SIZE;
        }

        @Override
        public boolean isInMemory() {
            return false;
        }

        @Override
        public ReadableByteChannel open() {
            return Channels.newChannel(new InputStream() {
                @Override
                public int read() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public int read(byte[] target, int offset, int count) throws IOException {
                    try {
                        steps.await(10, TimeUnit.SECONDS);
                        steps.await(10, TimeUnit.SECONDS);
                        return count;
                    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                        throw new IOException(e);
                    }
                }
            });
        }
    }

    private CountDownLatch hang() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        readers.execute(() -> {
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        return end;
    }
}
