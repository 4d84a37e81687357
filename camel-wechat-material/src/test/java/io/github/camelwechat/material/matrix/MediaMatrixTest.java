package io.github.camelwechat.material.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Generated files of every format, whole, unusual and damaged, are sent through component and simulator, and shown to
 * three judges. What comes out is recorded in {@code matrix/matrix.txt}.
 */
class MediaMatrixTest {

    private static final boolean WRITE = "write".equals(System.getProperty("matrix"));
    private static final boolean CI = "true".equals(System.getenv("CI"));
    /** Of the damaged files the judges see every so many-th again: asking them takes the time. */
    private static final int SAMPLE = 5;

    private final List<MediaCase> cases = MediaCases.all();

    @TempDir
    Path folder;

    @Test
    void fileHasTheVerdictsOfTheMatrix() throws Exception {
        Map<String, Row> rows = new LinkedHashMap<>();
        Map<String, Row> recorded = WRITE ? judged() : Matrix.recorded().rows();
        try (Verdicts verdicts = new Verdicts()) {
            for (MediaCase file : cases) {
                Row row = recorded.get(file.name());
                assertThat(row).as("%s is not in the matrix", file.name()).isNotNull();
                rows.put(file.name(), new Row(
                        file.name(), file.type(), row.judges(), verdicts.component(file.bytes(), "auto").toString(),
                        verdicts.component(file.bytes(), file.type()).toString(),
                        verdicts.simulator(file.bytes(), file.type())));
            }
        }
        if (WRITE) {
            new Matrix(versions(), rows).write();
        } else {
            assertThat(rows.values()).containsExactlyElementsOf(recorded.values());
        }
    }

    private Map<String, Row> judged() throws IOException {
        Map<String, Row> rows = new LinkedHashMap<>();
        List<List<String>> verdicts = judge(cases);
        for (int i = 0; i < cases.size(); i++) {
            MediaCase file = cases.get(i);
            rows.put(file.name(), new Row(file.name(), file.type(), verdicts.get(i), "", "", ""));
        }
        return rows;
    }

    @Test
    void whatTwoJudgesOrTheSimulatorContradictHasARemark() {
        List<Matrix.Remark> remarks = Matrix.Remark.all();
        List<Row> contradicted = Matrix.recorded().rows().values().stream().filter(Row::needsRemark).toList();

        assertThat(contradicted).allSatisfy(row -> assertThat(remarks).anyMatch(remark -> remark.isOn(row)));
        assertThat(remarks).as("each is needed").allSatisfy(remark -> assertThat(contradicted).anyMatch(remark::isOn));
    }

    /** Other versions of the judges may know other formats: then it only counts that they do not contradict. */
    @Test
    void judgesSayWhatIsInTheMatrix() throws Exception {
        Matrix matrix = Matrix.recorded();
        List<String> versions = new ArrayList<>();
        try {
            versions.addAll(versions());
        } catch (IOException e) {
            Assumptions.assumeTrue(CI, "a judge is not installed: " + e);
            throw e;
        }
        List<MediaCase> asked = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            if (!cases.get(i).name().contains(": ") || i % SAMPLE == 0) {
                asked.add(cases.get(i));
            }
        }
        List<Matrix.Remark> remarks = Matrix.Remark.all();
        List<List<String>> verdicts = judge(asked);
        for (int i = 0; i < asked.size(); i++) {
            Row row = matrix.rows().get(asked.get(i).name());
            Row now = new Row(row.name(), row.type(), verdicts.get(i), row.auto(), row.typed(), row.simulator());
            if (versions.equals(matrix.judges())) {
                assertThat(now).isEqualTo(row);
            } else {
                assertThat(now)
                        .matches(one -> one.contradiction().isEmpty() || remarks.stream().anyMatch(remark -> remark.isOn(one)));
            }
        }
    }

    private static List<String> versions() throws IOException {
        List<String> versions = new ArrayList<>();
        for (Judge judge : Judge.values()) {
            versions.add(judge.version());
        }
        return versions;
    }

    /** {@return the judges' verdicts on each file} */
    private List<List<String>> judge(List<MediaCase> files) throws IOException {
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            paths.add(Files.write(folder.resolve("case-" + i), files.get(i).bytes()));
        }
        List<List<String>> columns = new ArrayList<>();
        for (Judge judge : Judge.values()) {
            columns.add(judge.judge(paths));
        }
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            int row = i;
            rows.add(columns.stream().map(column -> column.get(row)).toList());
        }
        return rows;
    }

    @Test
    void filesHaveDifferentNamesAndTheSameBytesInEachRun() {
        assertThat(cases).extracting(MediaCase::name).doesNotHaveDuplicates().noneMatch(name -> name.contains("|"));
        List<MediaCase> again = MediaCases.all();
        for (int i = 0; i < cases.size(); i++) {
            assertThat(Arrays.equals(again.get(i).bytes(), cases.get(i).bytes())).as(cases.get(i).name()).isTrue();
        }
    }
}
