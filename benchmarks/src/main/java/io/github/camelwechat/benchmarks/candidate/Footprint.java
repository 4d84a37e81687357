package io.github.camelwechat.benchmarks.candidate;

/**
 * What a candidate holds while it uploads.
 *
 * @param threads       the most at one time, without those that a Java with an empty program has
 * @param heapBytes     the most that a garbage collection left
 * @param directBuffers what direct buffers take outside of the heap
 */
public record Footprint(int threads, long heapBytes, long directBuffers) {
}
