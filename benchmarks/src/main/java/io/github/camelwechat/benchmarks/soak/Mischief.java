package io.github.camelwechat.benchmarks.soak;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Changes files while they are being sent. */
final class Mischief implements AutoCloseable {

    private static final int WITHIN_MICROS = 8000;

    private final ScheduledThreadPoolExecutor later = new ScheduledThreadPoolExecutor(1);
    private final Random random = new Random(2);

    Mischief() {
        later.prestartAllCoreThreads();
    }

    /**
     * Lets the fault of a call happen to its file, soon.
     *
     * @param other what takes the file's place
     */
    void soon(Call call, Path file, byte[] other) {
        later.schedule(() -> strike(call, file, other), random.nextInt(WITHIN_MICROS), TimeUnit.MICROSECONDS);
    }

    private static void strike(Call call, Path file, byte[] other) {
        try {
            switch (Objects.requireNonNull(call.fault())) {
                case FILE_DELETED -> Files.delete(file);
                case FILE_SWAPPED -> {
                    Path beside = Files.write(file.resolveSibling(file.getFileName() + ".other"), other);
                    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
                }
                case FILE_SHORTENED -> {
                    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                        channel.truncate(channel.size() / 2);
                    }
                }
                case FILE_GROWN -> {
                    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
                        channel.write(ByteBuffer.allocate(100));
                    }
                }
                default -> throw new IllegalStateException("Not of a file: " + call);
            }
            call.strike();
        } catch (IOException e) {
            // the call has ended, and its file is gone
        }
    }

    @Override
    public void close() {
        later.shutdownNow();
    }
}
