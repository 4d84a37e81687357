package io.github.camelwechat.benchmarks.candidate;

import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Direct buffers of 64 KB, used again and again: the cheapest way to send that is known here. */
final class Buffers {

    private final Queue<ByteBuffer> idle = new ConcurrentLinkedQueue<>();

    ByteBuffer borrow() {
        ByteBuffer buffer = idle.poll();
        return buffer == null ? ByteBuffer.allocateDirect(64 * 1024) : buffer.clear();
    }

    void giveBack(ByteBuffer buffer) {
        idle.add(buffer);
    }
}
