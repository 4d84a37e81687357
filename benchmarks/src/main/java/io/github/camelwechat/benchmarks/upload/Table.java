package io.github.camelwechat.benchmarks.upload;

import java.util.List;
import java.util.Locale;

import io.github.camelwechat.benchmarks.candidate.Cost;
import io.github.camelwechat.benchmarks.candidate.Footprint;
import io.github.camelwechat.benchmarks.candidate.Kind;

/** The results of all candidates with one protocol and size, as Markdown. */
record Table(Protocol protocol, Size size, List<Result> results) {

    @Override
    public String toString() {
        StringBuilder table = new StringBuilder(
                String.format(Locale.ROOT,
                        """
                                **%s, %s**

                                | | body | CPU ms per upload | × bare client | × camel-http | uploads/s | allocated KB | threads | heap MB | direct KB |
                                | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                                """,
                        size, protocol));
        results.forEach(result -> table.append(row(result)));
        return table.toString();
    }

    private String row(Result result) {
        int digits = size == Size.SMALL ? 3 : 1;
        Footprint footprint = result.footprint();
        return "| " + String.join(" | ", result.kind().toString(), result.body().toString(),
                spread(result.samples(Cost::cpuMillis), digits),
                times(result, Kind.BARE_CLIENT),
                times(result, Kind.CAMEL_HTTP),
                spread(result.samples(Cost::uploadsPerSecond), 0),
                number(result.samples(Cost::allocatedBytes).median() / 1024, 0),
                String.valueOf(footprint.threads()),
                number(footprint.heapBytes() / 1048576.0, 1),
                number(footprint.directBuffers() / 1024.0, 0))
               + " |\n";
    }

    private String times(Result result, Kind kind) {
        return results.stream().filter(other -> other.kind() == kind && other.body() == result.body())
                .map(other -> number(result.timesTheCpuOf(other).median(), 2)).findFirst().orElse("");
    }

    private static String spread(Samples samples, int digits) {
        return number(samples.median(), digits) + " (" + number(samples.min(), digits) + "–" + number(samples.max(), digits)
               + ")";
    }

    private static String number(double number, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", number);
    }
}
