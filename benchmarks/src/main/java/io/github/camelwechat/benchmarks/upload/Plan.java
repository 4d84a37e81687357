package io.github.camelwechat.benchmarks.upload;

/**
 * How much is uploaded.
 *
 * @param rounds  in each of which every candidate has its turn
 * @param small   uploads of a turn with small pictures
 * @param large   uploads of a turn with large pictures
 * @param warmUps turns of each candidate that do not count
 */
record Plan(int rounds, int small, int large, int warmUps) {

    static final Plan FULL = new Plan(9, 1200, 30, 5);
    static final Plan QUICK = new Plan(3, 500, 10, 3);

    int uploads(Size size) {
        return size == Size.SMALL ? small : large;
    }
}
