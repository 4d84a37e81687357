package io.github.camelwechat.cloud;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class CloudExampleTest {

    private static final Pattern OUTPUT = Pattern.compile("```text\n(.*?)```", Pattern.DOTALL);
    /** Stands in the README for what is another text at each run. */
    private static final String ANY = "…";

    @TempDir
    Path folder;

    @Test
    void printsWhatTheReadmeShows() throws Exception {
        try (Program program = new Program(folder, CloudExample.class, Map.of())) {
            assertThat(program.exitCode()).as(program.text()).isZero();

            List<List<String>> printed = steps(program.text());
            List<List<String>> shown = steps(readme());
            assertThat(printed).as(program.text()).hasSameSizeAs(shown);
            for (int i = 0; i < shown.size(); i++) {
                assertThat(inOneOrder(printed.get(i))).asString().matches(pattern(inOneOrder(shown.get(i))));
            }
            assertThat(program.text()).doesNotContain("ERROR", "Exception", "\tat ", "only-known");
        }
    }

    private static String readme() throws Exception {
        Matcher output = OUTPUT.matcher(Files.readString(Path.of("README.md")));
        assertThat(output.find()).isTrue();
        return output.group(1);
    }

    /** Splits an output before each line that begins with neither a log level nor a blank. */
    private static List<List<String>> steps(String output) {
        List<List<String>> steps = new ArrayList<>();
        for (String line : output.lines().toList()) {
            if (!line.matches("(INFO|WARN| ).*")) {
                steps.add(new ArrayList<>());
            }
            steps.get(steps.size() - 1).add(line);
        }
        return steps;
    }

    /** Uploads end in any order, and so do their lines in the log. */
    private static String inOneOrder(List<String> step) {
        Stream<String> log = step.stream().filter(CloudExampleTest::isLog).sorted();
        return Stream.concat(step.stream().filter(line -> !isLog(line)), log).collect(Collectors.joining("\n"));
    }

    private static boolean isLog(String line) {
        return line.startsWith("INFO") || line.startsWith("WARN");
    }

    private static String pattern(String shown) {
        return Stream.of(shown.split(ANY, -1)).map(Pattern::quote).collect(Collectors.joining("\\S+"));
    }
}
