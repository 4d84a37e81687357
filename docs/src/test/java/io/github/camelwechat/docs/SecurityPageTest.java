package io.github.camelwechat.docs;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The advisories of the security page are about the versions that are used, and its tests exist. */
class SecurityPageTest {

    private static final String PAGE = Repository.read("SECURITY.md");
    private static final Pattern VERSION = Pattern.compile("(?m)^\\| `([^:`]+):([^`]+)` \\| (\\S+) \\|$");
    private static final Pattern ADVISORY = Pattern.compile("(?m)^\\| (?:CVE|GHSA)-[^|]+\\| `([^`]+)` \\|.*\\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");
    private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>(.*?)</dependency>");
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([^<]+)</artifactId>");

    static Stream<MatchResult> versions() {
        return VERSION.matcher(PAGE).results();
    }

    static Stream<Arguments> tests() {
        return TEST.matcher(PAGE).results().map(test -> Arguments.of(test.group(1), test.group(2)));
    }

    @Test
    void versionsAreThoseThatAreResolved() throws IOException {
        Map<String, List<String>> named = new TreeMap<>();
        Map<String, List<String>> resolved = new TreeMap<>();
        for (MatchResult row : versions().toList()) {
            named.put(row.group(2), List.of(row.group(3)));
            resolved.put(row.group(2), resolved(row.group(1), row.group(2)));
        }

        assertThat(resolved).isNotEmpty().isEqualTo(named);
    }

    @Test
    void eachDependencyOfTheComponentHasARow() {
        List<String> declared = DEPENDENCY.matcher(Repository.read("camel-wechat-material/pom.xml")).results()
                .map(match -> match.group(1)).filter(dependency -> !dependency.contains("<scope>test</scope>"))
                .flatMap(dependency -> ARTIFACT.matcher(dependency).results()).map(match -> match.group(1)).toList();

        assertThat(versions().map(row -> row.group(2))).containsExactlyInAnyOrderElementsOf(declared);
    }

    @Test
    void eachAdvisoryIsAboutADependency() {
        List<String> dependencies = versions().map(row -> row.group(2)).toList();

        assertThat(ADVISORY.matcher(PAGE).results().map(row -> row.group(1)).toList()).isNotEmpty()
                .allSatisfy(dependency -> assertThat(dependencies).contains(dependency));
    }

    @ParameterizedTest
    @MethodSource("tests")
    void eachTestExists(String type, String member) {
        String code = Repository.files("", "/" + type + ".java").stream().map(Repository::read).collect(Collectors.joining());

        assertThat(code).containsPattern("\\b" + member + "(\\(| =)");
    }

    /** By the place of its jar in the local repository, which has the version in its path. */
    private static List<String> resolved(String group, String artifact) throws IOException {
        Pattern jar = Pattern.compile(
                "/" + Pattern.quote(group.replace('.', '/') + "/" + artifact) + "/([^/]+)/[^/]+[.]jar!");
        List<String> versions = new ArrayList<>();
        for (URL manifest : Collections.list(SecurityPageTest.class.getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
            jar.matcher(manifest.toString()).results().forEach(match -> versions.add(match.group(1)));
        }
        return versions;
    }
}
