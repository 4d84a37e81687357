package io.github.camelwechat.benchmarks.upload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelwechat.benchmarks.Java;
import io.github.camelwechat.benchmarks.candidate.BodyKind;
import io.github.camelwechat.benchmarks.candidate.CandidateMain;
import io.github.camelwechat.benchmarks.candidate.Cost;
import io.github.camelwechat.benchmarks.candidate.Footprint;
import io.github.camelwechat.benchmarks.candidate.Kind;

/** A candidate in a Java of its own; all have as much heap. */
final class CandidateProcess implements AutoCloseable {

    private final ObjectMapper json = new ObjectMapper();
    private final Kind kind;
    private final BodyKind body;
    private final SinkProcess sink;
    private final Java java;

    CandidateProcess(Kind kind, BodyKind body, Protocol protocol, SinkProcess sink, Certificate certificate)
                                                                                                             throws IOException {
        this.kind = kind;
        this.body = body;
        this.sink = sink;
        List<String> options = new ArrayList<>(certificate.trusted());
        options.add("-Xmx512m");
        java = new Java(options, CandidateMain.class, kind.name(), body.name(), sink.url(protocol));
    }

    Kind kind() {
        return kind;
    }

    BodyKind body() {
        return body;
    }

    Cost measure(Path picture, Size size, int uploads) throws IOException, InterruptedException {
        SinkProcess.Counts before = sink.counts();
        Cost cost = json.readValue(java.ask("measure " + uploads + " " + picture), Cost.class);
        SinkProcess.Counts after = sink.counts();
        long bytes = (after.bytes() - before.bytes()) / uploads;
        if (after.uploads() - before.uploads() != uploads || bytes < size.bytes() || bytes > size.bytes() + 1000) {
            throw new IOException(
                    kind + ": of " + uploads + " uploads of " + size + " the sink has seen "
                                  + (after.uploads() - before.uploads()) + ", " + bytes + " bytes each");
        }
        return cost;
    }

    Footprint watch(Path picture, int uploads) throws IOException {
        return json.readValue(java.ask("watch " + uploads + " " + picture), Footprint.class);
    }

    @Override
    public void close() {
        java.close();
    }
}
