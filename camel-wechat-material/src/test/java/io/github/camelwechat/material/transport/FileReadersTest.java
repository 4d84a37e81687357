package io.github.camelwechat.material.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
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
        for (int i = 0; i < 10; i++) {
            new FileReaders(Runnable::run, now::get).execute(() -> now.addAndGet(TimeUnit.SECONDS.toNanos(6)));
        }
        assertThatCode(readers::requireResponsive).doesNotThrowAnyException();
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
