package io.github.camelwechat.material.springboot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelwechat.material.WechatMaterialAccount;
import io.github.camelwechat.material.WechatMaterialComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Each row of the manual's table of variables is an application that is started. */
class EnvironmentTableTest {

    private static final Path PAGE = Path.of("../docs/spring-boot.md");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final String ERROR = "error that names ";

    @TempDir
    Path folder;

    /** @param where the way in which the names besides the file are set */
    record Row(List<String> file, List<String> besides, String where, String outcome) {

        static Row of(String line) {
            String[] cells = line.substring(1, line.length() - 1).split("[|]", -1);
            return new Row(names(cells[0]), names(cells[1]), cells[2].strip(), cells[3].strip());
        }

        private static List<String> names(String cell) {
            return CODE.matcher(cell).results().map(EnvironmentTableTest::name).toList();
        }
    }

    static Stream<Row> rows() throws IOException {
        return Files.readAllLines(PAGE).stream().dropWhile(line -> !line.equals("<!-- start: environment -->"))
                .takeWhile(line -> !line.equals("<!-- end: environment -->")).filter(line -> line.startsWith("|"))
                .skip(2).map(Row::of);
    }

    private static String name(MatchResult code) {
        String name = code.group(1);
        return name.startsWith(".") ? "camel.component.wechat-material" + name : name.replace("…", "CAMEL_COMPONENT_");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void rowIsWhatTheApplicationDoes(Row row) throws IOException {
        Application application = new Application().yaml(folder, row.file().stream()
                .map(name -> name + ": " + (name.matches(".*[.](accounts|platforms)[.][^.]+") ? "" : "file") + "\n")
                .collect(Collectors.joining()));
        for (String name : row.besides()) {
            set(application, name, row.where());
        }
        if (row.outcome().startsWith(ERROR)) {
            String named = CODE.matcher(row.outcome()).results().map(EnvironmentTableTest::name).findFirst().orElseThrow();
            assertThatThrownBy(() -> application.start().close()).isInstanceOf(InvalidPropertiesException.class)
                    .message().containsPattern("(?<!\\w)" + Pattern.quote(named) + "(?!\\w)");
        } else {
            try (ConfigurableApplicationContext spring = application.start()) {
                assertThat(outcome(Application.component(spring))).isEqualTo(row.outcome());
            }
        }
    }

    private void set(Application application, String name, String where) throws IOException {
        switch (where) {
            case "variable" -> application.variable(name, where);
            case "argument" -> application.argument(name, where);
            case "SPRING_APPLICATION_JSON" -> application.variable(where, "{\"" + name + "\":\"" + where + "\"}");
            case "config tree" -> {
                Path tree = Files.createDirectories(folder.resolve("tree"));
                Files.writeString(tree.resolve(name), where);
                application.argument("spring.config.import", "configtree:" + tree + "/");
            }
            default -> throw new IllegalArgumentException(where);
        }
    }

    private static String outcome(WechatMaterialComponent component) {
        Map<String, WechatMaterialAccount> accounts = new TreeMap<>(component.getAccounts());
        if (component.getConfiguration().getAppId() != null) {
            accounts.put("default", component.getConfiguration());
        }
        Stream<String> ofAccounts = accounts.entrySet().stream().map(entry -> "`" + entry.getKey() + "`: " + by(Stream.of(
                option("app-id", entry.getValue().getAppId()), option("secret", entry.getValue().getSecret()),
                option("platform", entry.getValue().getPlatform()))));
        Stream<String> ofPlatforms = component.getPlatforms().entrySet().stream()
                .map(entry -> "platform `" + entry.getKey() + "`: " + by(Stream.of(
                        option("app-id", entry.getValue().getAppId()), option("secret", entry.getValue().getSecret()),
                        option("token", entry.getValue().getToken()), option("secret-key", entry.getValue().getSecretKey()),
                        option("store", entry.getValue().getStore()))));
        return Stream.concat(ofAccounts, ofPlatforms).collect(Collectors.joining("; "));
    }

    private static Optional<String> option(String name, String value) {
        return Optional.ofNullable(value).map(where -> name + " by " + where);
    }

    private static String by(Stream<Optional<String>> options) {
        return options.flatMap(Optional::stream).collect(Collectors.joining(", "));
    }

    @Test
    void rowsCoverEachWay() throws IOException {
        assertThat(rows().map(Row::where)).contains("variable", "argument", "config tree", "SPRING_APPLICATION_JSON");
        assertThat(rows().map(Row::outcome)).anyMatch(outcome -> outcome.startsWith("platform "))
                .anyMatch(outcome -> outcome.contains("PLATFORMS_"));
    }
}
