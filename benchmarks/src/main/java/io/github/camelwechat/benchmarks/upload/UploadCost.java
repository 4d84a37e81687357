package io.github.camelwechat.benchmarks.upload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelwechat.benchmarks.Pictures;
import io.github.camelwechat.benchmarks.candidate.BodyKind;
import io.github.camelwechat.benchmarks.candidate.Cost;
import io.github.camelwechat.benchmarks.candidate.Kind;

/**
 * What an upload costs with the component, and with what else one might use: CPU, memory and threads with sixteen
 * uploads in flight. The candidates take turns, so that what disturbs the machine for a while disturbs all of them.
 */
public final class UploadCost {

    private static final int IN_FLIGHT = 16;

    private final Plan plan;
    private final Path small;
    private final Path large;
    private final SinkProcess sink;
    private final Certificate certificate;

    private UploadCost(Plan plan, Path small, Path large, SinkProcess sink, Certificate certificate) {
        this.plan = plan;
        this.small = small;
        this.large = large;
        this.sink = sink;
        this.certificate = certificate;
    }

    /**
     * Measures and prints the tables.
     *
     * @param args {@code --quick} for fewer and shorter rounds, with files only
     */
    public static void main(String[] args) throws Exception {
        Plan plan = List.of(args).contains("--quick") ? Plan.QUICK : Plan.FULL;
        System.out.printf("%d rounds, %d in flight, %d cores, Java %s%n%n", plan.rounds(), IN_FLIGHT,
                Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"));
        try (Pictures small = new Pictures(1, Size.SMALL.bytes()); Pictures large = new Pictures(1, Size.LARGE.bytes())) {
            // in the same folder, which is deleted with the pictures
            Certificate certificate = new Certificate(small.folder());
            try (SinkProcess sink = new SinkProcess(certificate)) {
                UploadCost cost = new UploadCost(plan, picture(small), picture(large), sink, certificate);
                for (Protocol protocol : Protocol.values()) {
                    cost.measure(protocol);
                }
            }
        }
    }

    private static Path picture(Pictures only) {
        return only.folder().resolve("0.png");
    }

    private void measure(Protocol protocol) throws IOException, InterruptedException {
        List<CandidateProcess> candidates = new ArrayList<>();
        try {
            for (BodyKind body : plan.bodies()) {
                for (Kind kind : Kind.values()) {
                    if (kind.takes(body)) {
                        candidates.add(new CandidateProcess(kind, body, protocol, sink, certificate));
                    }
                }
            }
            for (Size size : Size.values()) {
                System.out.println(new Table(protocol, size, measure(candidates, size)));
            }
        } finally {
            candidates.forEach(CandidateProcess::close);
        }
    }

    private List<Result> measure(List<CandidateProcess> candidates, Size size) throws IOException, InterruptedException {
        Path picture = size == Size.SMALL ? small : large;
        int uploads = plan.uploads(size);
        for (CandidateProcess candidate : candidates) {
            candidate.measure(picture, size, plan.warmUp(size));
        }
        Map<CandidateProcess, List<Cost>> costs = new LinkedHashMap<>();
        candidates.forEach(candidate -> costs.put(candidate, new ArrayList<>()));
        for (int round = 0; round < plan.rounds(); round++) {
            for (Map.Entry<CandidateProcess, List<Cost>> each : costs.entrySet()) {
                // connections that were closed while the others had their turn are opened again, for nobody's account
                each.getKey().measure(picture, size, IN_FLIGHT);
                each.getValue().add(each.getKey().measure(picture, size, uploads));
            }
        }
        List<Result> results = new ArrayList<>();
        for (Map.Entry<CandidateProcess, List<Cost>> each : costs.entrySet()) {
            CandidateProcess candidate = each.getKey();
            results.add(new Result(
                    candidate.kind(), candidate.body(), each.getValue(), candidate.watch(picture, uploads)));
        }
        return results;
    }
}
