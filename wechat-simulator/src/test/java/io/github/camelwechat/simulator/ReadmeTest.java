package io.github.camelwechat.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.rule.AccountState;
import org.junit.jupiter.api.Test;

import static io.github.camelwechat.simulator.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;

/** The README names what there is, and nothing else. */
class ReadmeTest extends SimulatorTest {

    private static final Pattern COMMAND = Pattern.compile("(?m)^curl .*?\\$url(/__simulator[^\\s?\"]*).*$");
    private static final Pattern BODY = Pattern.compile("-d '([^']*)'");
    private static final Pattern INTERFACE = Pattern.compile("`(?:GET|POST) (/cgi-bin/\\S+)`");
    private static final Pattern FAULT = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");

    private final String readme = read();

    @Test
    void everyCommandIsShownAndThere() {
        List<String> there = strings(json(client.get(CONTROL)).path("commands"));
        Set<String> shown = COMMAND.matcher(readme).results().map(ReadmeTest::shown)
                .map(command -> there.stream().filter(known -> matches(known, command)).findFirst()
                        .orElseThrow(() -> new AssertionError("There is no command " + command)))
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> missing = new TreeSet<>(there);
        missing.removeAll(shown);
        missing.remove("GET /__simulator");
        assertThat(missing).as("commands that the README does not show").isEmpty();
    }

    @Test
    void everyCommandWithABodyIsTaken() {
        int gate = command("/gates", "{\"path\":\"/cgi-bin/token\"}").path("id").asInt();
        List<MatchResult> commands = COMMAND.matcher(readme).results().filter(found -> BODY.matcher(found.group()).find())
                .toList();

        assertThat(commands).hasSizeGreaterThan(10).allSatisfy(found -> {
            String path = found.group(1).replace("/gates/1/", "/gates/" + gate + "/");
            String body = BODY.matcher(found.group()).results().findFirst().orElseThrow().group(1);
            assertThat(client.post(path, body)).satisfies(
                    answer -> assertThat(answer.statusCode()).as(found.group() + ": " + answer.body()).isEqualTo(200));
        });
    }

    @Test
    void everyInterfaceIsNamed() {
        assertThat(INTERFACE.matcher(readme).results().map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(served());
    }

    @Test
    void everyFaultAndStateIsNamed() {
        assertThat(FAULT.matcher(readme).results().map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Fault.Kind.values()).map(Fault.Kind::wireName).toList());
        assertThat(readme).contains(Arrays.stream(AccountState.values()).map(state -> "`" + state.wireName() + "`").toList());
        assertThat(readme).contains(json(client.get(CONTROL + "/switches")).properties().stream()
                .map(entry -> "\"" + entry.getKey() + "\"").toList());
    }

    private static String shown(MatchResult found) {
        String line = found.group();
        String method
                = line.contains("-X DELETE") ? "DELETE" : line.contains("-X POST") || line.contains(" -d ") ? "POST" : "GET";
        return method + " " + found.group(1);
    }

    private static boolean matches(String known, String command) {
        return command.matches(known.replaceAll("\\{\\w+}", "[^/]+"));
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(element -> strings.add(element.asText()));
        return strings;
    }

    private static String read() {
        try {
            return Files.readString(Path.of("README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
