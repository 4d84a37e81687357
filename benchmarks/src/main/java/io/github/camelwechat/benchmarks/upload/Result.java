package io.github.camelwechat.benchmarks.upload;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import io.github.camelwechat.benchmarks.candidate.BodyKind;
import io.github.camelwechat.benchmarks.candidate.Cost;
import io.github.camelwechat.benchmarks.candidate.Footprint;
import io.github.camelwechat.benchmarks.candidate.Kind;

/** What was measured of one candidate, round by round. */
final class Result {

    private final Kind kind;
    private final BodyKind body;
    private final List<Cost> rounds = new ArrayList<>();
    private Footprint footprint;

    Result(Kind kind, BodyKind body) {
        this.kind = kind;
        this.body = body;
    }

    void add(Cost cost) {
        rounds.add(cost);
    }

    void setFootprint(Footprint footprint) {
        this.footprint = footprint;
    }

    Kind kind() {
        return kind;
    }

    BodyKind body() {
        return body;
    }

    Footprint footprint() {
        return footprint;
    }

    Samples samples(ToDoubleFunction<Cost> value) {
        return new Samples(rounds.stream().mapToDouble(value).toArray());
    }

    /** Round by round: what slows a whole round down, slows both of them. */
    Samples timesTheCpuOf(Result other) {
        double[] times = new double[rounds.size()];
        for (int i = 0; i < times.length; i++) {
            times[i] = rounds.get(i).cpuMillis() / other.rounds.get(i).cpuMillis();
        }
        return new Samples(times);
    }
}
