package io.github.camelwechat.benchmarks.upload;

import java.util.List;
import java.util.function.ToDoubleFunction;

import io.github.camelwechat.benchmarks.candidate.BodyKind;
import io.github.camelwechat.benchmarks.candidate.Cost;
import io.github.camelwechat.benchmarks.candidate.Footprint;
import io.github.camelwechat.benchmarks.candidate.Kind;

/**
 * What was measured of one candidate.
 *
 * @param rounds    what an upload cost, round by round
 * @param footprint what it held, apart from the rounds
 */
record Result(Kind kind, BodyKind body, List<Cost> rounds, Footprint footprint) {

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
