package io.github.camelwechat.benchmarks.candidate;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * One candidate in a Java of its own, so that all CPU of the process is the candidate's. Takes its orders from the
 * standard input, {@code measure UPLOADS FILE} or {@code watch UPLOADS FILE}, and answers each with a line of JSON.
 */
public final class CandidateMain {

    private CandidateMain() {
    }

    /**
     * Takes orders until the standard input ends.
     *
     * @param args a {@link Kind}, a {@link BodyKind} and the address of the API
     */
    public static void main(String[] args) throws Exception {
        Watch watch = new Watch();
        Meter meter = new Meter();
        BodyKind body = BodyKind.valueOf(args[1]);
        ObjectMapper json = new ObjectMapper();
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Candidate candidate = Kind.valueOf(args[0]).start(args[2])) {
            for (String line = orders.readLine(); line != null; line = orders.readLine()) {
                String[] order = line.split(" ", 3);
                int uploads = Integer.parseInt(order[1]);
                Picture picture = Picture.of(Path.of(order[2]), body);
                Object answer = switch (order[0]) {
                    case "measure" -> meter.measure(candidate, picture, uploads);
                    case "watch" -> watch.watch(candidate, picture, uploads);
                    default -> throw new IllegalArgumentException("There is no order '" + order[0] + "'");
                };
                System.out.println(json.writeValueAsString(answer));
            }
        }
    }
}
