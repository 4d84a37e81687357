package io.github.camelwechat.material.internal.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lists of hostile addresses and answers. Another reader of them is in {@code examples/http}. */
final class HostileLists {

    private static final int COLUMNS = 5;
    private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9a-f]{4})");

    private HostileLists() {
    }

    /** An answer; see the lists' README. */
    record HostileAnswer(String name, String first, String then, String times, String outcome) {

        /** Writes it to a client. */
        void write(OddHost host, int other, OutputStream out) throws Exception {
            OddHost.write(out, first.replace("OTHER", "" + other));
            switch (times) {
                case "drip" -> host.drip(out, then);
                case "hold" -> host.hold(out);
                case "endless" -> {
                    while (true) {
                        OddHost.write(out, then);
                    }
                }
                default -> {
                    for (int i = Integer.parseInt(times); i > 0; i--) {
                        OddHost.write(out, then);
                    }
                }
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<String> addresses(int port) throws IOException {
        return lines("hostile-addresses.txt").map(HostileLists::unescaped)
                .map(line -> line.replace("PO\nRT", ("" + port).replaceFirst("(?<=.)", "\n")).replace("PORT", "" + port))
                .toList();
    }

    static List<HostileAnswer> answers() throws IOException {
        return lines("hostile-answers.csv").skip(1).map(line -> line.split(" *\\| *", -1)).map(cells -> {
            if (cells.length != COLUMNS) {
                throw new IllegalStateException(String.join("|", cells));
            }
            return new HostileAnswer(cells[0], unescaped(cells[1]), unescaped(cells[2]), cells[3], cells[4]);
        }).toList();
    }

    private static Stream<String> lines(String name) throws IOException {
        try (InputStream in = HostileLists.class.getResourceAsStream("/fetch/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
        }
    }

    private static String unescaped(String text) {
        return UNICODE.matcher(text)
                .replaceAll(escape -> Matcher.quoteReplacement(
                        Character.toString(Integer.parseInt(escape.group(1), 16))))
                .translateEscapes();
    }
}
