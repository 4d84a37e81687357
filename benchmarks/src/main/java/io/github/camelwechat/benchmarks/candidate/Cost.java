package io.github.camelwechat.benchmarks.candidate;

/** What one upload costs the process of a candidate, on average over a round. */
public record Cost(double cpuMillis, double uploadsPerSecond, double allocatedBytes) {
}
