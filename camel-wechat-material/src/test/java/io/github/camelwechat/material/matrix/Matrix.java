package io.github.camelwechat.material.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The recorded verdicts on all generated files, {@code matrix/matrix.txt}, and the remarks on those that are not the
 * judges' or not the simulator's, {@code matrix/remarks.txt}.
 *
 * @param judges versions of the judges
 * @param rows   by the names of the files
 */
record Matrix(List<String> judges, Map<String, Row> rows) {

    private static final Path SOURCE = Path.of("src/test/resources/matrix/matrix.txt");
    private static final String JUDGE = "# judge: ";
    private static final List<String> HEAD = List.of(
            "# Generated files, and what is made of them. The bytes come from the package matrix of the tests.",
            "# file, ffprobe, tika: the format by each judge; - for none that it knows.",
            "# auto, typed: the component's verdict with type=auto and with the type: the extension that was sent, or",
            "#   ! and the format by the text of the refusal; !- for an unknown one, !long for a play time.",
            "# simulator: the same bytes sent with validate=false: ok, or its code.",
            "# A remark says why two judges are not believed, or why component and simulator differ (remarks.txt).",
            "# To write this file anew, with the judges installed:",
            "#   mvn test -pl camel-wechat-material -am -Dtest=MediaMatrixTest -Dsurefire.failIfNoSpecifiedTests=false"
                                                                     + " -Dmatrix=write");
    private static final Row TITLES
            = new Row("# name", "type", List.of("file", "ffprobe", "tika"), "auto", "typed", "simulator");

    /** A remark on the files whose names match. */
    record Remark(Pattern names, String text) {

        static List<Remark> all() {
            return lines("remarks.txt").stream().filter(line -> !line.startsWith("#")).map(line -> {
                int bar = line.lastIndexOf(" | ");
                return new Remark(Pattern.compile(line.substring(0, bar).strip()), line.substring(bar + 3).strip());
            }).toList();
        }

        boolean isOn(Row row) {
            return names.matcher(row.name()).matches();
        }
    }

    static Matrix recorded() {
        List<String> lines = lines("matrix.txt");
        Map<String, Row> rows = new LinkedHashMap<>();
        lines.stream().filter(line -> !line.startsWith("#")).map(Row::of).forEach(row -> rows.put(row.name(), row));
        return new Matrix(
                lines.stream().filter(line -> line.startsWith(JUDGE)).map(line -> line.substring(JUDGE.length())).toList(),
                rows);
    }

    private static List<String> lines(String name) {
        try {
            return Files.readAllLines(Path.of(Matrix.class.getResource("/matrix/" + name).toURI()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    void write() throws IOException {
        List<Remark> remarks = Remark.all();
        List<Row> all = new ArrayList<>(List.of(TITLES));
        all.addAll(rows.values());
        List<String> lines = new ArrayList<>(HEAD);
        judges.forEach(judge -> lines.add(JUDGE + judge));
        int[] widths = new int[TITLES.fields().size()];
        for (Row row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.fields().get(i).length());
            }
        }
        for (Row row : all) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String field = row.fields().get(i);
                line.append(field).append(" ".repeat(widths[i] - field.length())).append(" | ");
            }
            Optional<Remark> remark
                    = row.needsRemark() ? remarks.stream().filter(one -> one.isOn(row)).findFirst() : Optional.empty();
            lines.add((line + (row.equals(TITLES) ? "remark" : remark.map(Remark::text).orElse(""))).stripTrailing());
        }
        Files.writeString(SOURCE, lines.stream().collect(Collectors.joining("\n", "", "\n")));
    }
}
