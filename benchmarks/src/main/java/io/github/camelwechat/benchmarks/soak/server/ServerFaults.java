package io.github.camelwechat.benchmarks.soak.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.fault.FaultRule;
import io.github.camelwechat.simulator.fault.Faults;

/**
 * Faults of the simulator for some of the calls of each interface: as many rules as are spent are made anew, each for
 * one call, chosen by chance. Each interface gets every kind in turn.
 */
final class ServerFaults implements AutoCloseable {

    private static final String TOKENS = "/cgi-bin/stable_token";
    private static final List<String> MATERIALS = List.of(
            "/cgi-bin/material/add_material", "/cgi-bin/media/uploadimg", "/cgi-bin/material/get_material",
            "/cgi-bin/material/del_material", "/cgi-bin/material/batchget_material",
            "/cgi-bin/material/get_materialcount");
    /** No refusal of an account: it is believed for 30 s, in which nothing would be sent. */
    private static final List<Fault> OF_TOKENS = List.of(
            Fault.errcode(-1), Fault.status(502), Fault.answerLost(), Fault.garbage(), Fault.resetBeforeBody());
    /**
     * No stale token: where the same one is given out again that is believed for 30 s too, and it ends in earnest here.
     */
    private static final List<Fault> OF_MATERIALS = Stream.concat(
            IntStream.of(-1, 45009, 45011, 48001, 45034, 40007).mapToObj(Fault::errcode),
            Stream.of(
                    Fault.delay(Duration.ofMillis(300)), Fault.delay(Duration.ofMillis(2600)), Fault.status(502),
                    Fault.status(412), Fault.status(200), Fault.resetBeforeBody(), Fault.resetAmidBody(1),
                    Fault.resetAmidBody(3000), Fault.resetAfterBody(), Fault.answerLost(), Fault.closeWithoutAnswer(),
                    Fault.answerCut(0), Fault.answerCut(20), Fault.garbage(), Fault.controlCharacters(), Fault.textPlain()))
            .toList();
    private static final int RULES = 10;
    private static final double TOKEN_SHARE = 0.5;

    private final Faults faults;
    private final Random random = new Random(1);
    private final Map<String, Long> struck = new TreeMap<>();
    private final List<Turn> turns = new ArrayList<>();
    private final ScheduledExecutorService renewal = Executors.newSingleThreadScheduledExecutor();

    /** Sequence of faults for one interface. */
    private static final class Turn {

        private final String path;
        private final List<Fault> kinds;
        private final double share;
        private final int rules;
        private List<FaultRule> open = List.of();
        private int next;

        Turn(String path, List<Fault> kinds, double share, int rules) {
            this.path = path;
            this.kinds = kinds;
            this.share = share;
            this.rules = rules;
        }

        Fault next() {
            return kinds.get(next++ % kinds.size());
        }

        /** {@return how many calls there may be before a rule strikes, so that all of them together reach the share} */
        int within() {
            return Math.max(1, (int) (2 * rules / share));
        }
    }

    /** @param share of the calls for which the simulator fails, from 0 to 1; more of the rare calls for tokens */
    ServerFaults(Faults faults, double share) {
        this.faults = faults;
        for (String path : MATERIALS) {
            turns.add(new Turn(path, OF_MATERIALS, share, path.equals(MATERIALS.get(0)) ? RULES : 1));
        }
        turns.add(new Turn(TOKENS, OF_TOKENS, TOKEN_SHARE, 1));
        OF_MATERIALS.forEach(kind -> struck.put(label(MATERIALS.get(0), kind), 0L));
        OF_TOKENS.forEach(kind -> struck.put(label(TOKENS, kind), 0L));
        renewal.scheduleWithFixedDelay(this::renew, 0, 10, TimeUnit.MILLISECONDS);
    }

    /** {@return how often each kind has struck} */
    synchronized Map<String, Long> struck() {
        renew();
        return new TreeMap<>(struck);
    }

    private synchronized void renew() {
        List<FaultRule> all = faults.rules();
        for (Turn turn : turns) {
            for (FaultRule rule : turn.open) {
                if (!all.contains(rule)) {
                    struck.merge(label(turn.path, rule.fault()), 1L, Long::sum);
                }
            }
            long open = turn.open.stream().filter(all::contains).count();
            for (long i = open; i < turn.rules; i++) {
                faults.nth(turn.path, 1 + random.nextInt(turn.within()), turn.next());
            }
            turn.open = faults.rules().stream().filter(rule -> rule.path().equals(turn.path))
                    .filter(rule -> rule.first() == rule.last())
                    .toList();
        }
    }

    private static String label(String path, Fault fault) {
        return (path.equals(TOKENS) ? "token call: " : "server: ") + fault;
    }

    @Override
    public void close() {
        renewal.shutdownNow();
    }
}
