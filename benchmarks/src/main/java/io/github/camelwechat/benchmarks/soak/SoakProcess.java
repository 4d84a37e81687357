package io.github.camelwechat.benchmarks.soak;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.github.camelwechat.benchmarks.Java;
import io.github.camelwechat.benchmarks.soak.server.SoakServer;

/** The simulator and the relay in a Java of its own. Not thread-safe. */
final class SoakProcess implements AutoCloseable {

    private final Java java;
    private final String url;

    SoakProcess(double serverShare, double networkShare) throws IOException {
        java = new Java(List.of("-Xmx512m"), SoakServer.class, String.valueOf(serverShare), String.valueOf(networkShare));
        url = java.read();
    }

    String url() {
        return url;
    }

    /** Ends all tokens: as age does (42001), or as a newer token does (40001). */
    void endTokens(boolean byAge) throws IOException {
        java.ask(byAge ? "expire" : "displace");
    }

    /** {@return what was stored since the last time, once nothing is under way any more; the library is empty then} */
    Truth judge() throws IOException {
        Map<String, List<Truth.Stored>> stored = new TreeMap<>();
        Set<String> kept = new HashSet<>();
        Map<String, Long> faults = new TreeMap<>();
        long calls = 0;
        for (int lines = Integer.parseInt(java.ask("judge")); lines > 0; lines--) {
            String[] words = java.read().split("\t", -1);
            switch (words[0]) {
                case "stored" -> stored.computeIfAbsent(words[1], name -> new ArrayList<>())
                        .add(new Truth.Stored(words[2], words[3]));
                case "kept" -> kept.add(words[1]);
                case "fault" -> faults.put(words[1], Long.valueOf(words[2]));
                default -> calls = Long.parseLong(words[1]);
            }
        }
        java.read();
        return new Truth(stored, kept, faults, calls);
    }

    @Override
    public void close() {
        java.close();
    }
}
