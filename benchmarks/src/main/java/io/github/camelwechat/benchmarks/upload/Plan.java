package io.github.camelwechat.benchmarks.upload;

import java.util.EnumSet;
import java.util.Set;

import io.github.camelwechat.benchmarks.candidate.BodyKind;

/**
 * How much is uploaded.
 *
 * @param rounds      in each of which every candidate has its turn
 * @param small       uploads of a turn with small pictures
 * @param large       uploads of a turn with large pictures
 * @param smallWarmUp uploads of each candidate before: the compiler is busy for some ten thousand
 * @param largeWarmUp the same with large pictures, to what is warm already
 * @param bodies      what the candidates are handed
 */
record Plan(int rounds, int small, int large, int smallWarmUp, int largeWarmUp, Set<BodyKind> bodies) {

    static final Plan FULL = new Plan(9, 1500, 30, 30_000, 100, EnumSet.allOf(BodyKind.class));
    static final Plan QUICK = new Plan(3, 500, 10, 2500, 20, EnumSet.of(BodyKind.FILE));

    int uploads(Size size) {
        return size == Size.SMALL ? small : large;
    }

    int warmUp(Size size) {
        return size == Size.SMALL ? smallWarmUp : largeWarmUp;
    }
}
