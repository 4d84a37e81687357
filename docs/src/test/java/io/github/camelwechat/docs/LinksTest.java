package io.github.camelwechat.docs;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Links lead somewhere: to a file or folder, to a heading, or to a well-formed address. */
class LinksTest {

    /** Its text may have begun a line above. */
    private static final Pattern LINK = Pattern.compile("]\\(([^)]*)\\)");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");

    record Link(Path page, String target) {

        @Override
        public String toString() {
            return page + ": " + target;
        }
    }

    static Stream<Link> links() {
        return Page.all().flatMap(page -> page.prose().stream()
                // a link's text may be code, code is no link
                .flatMap(line -> LINK.matcher(CODE.matcher(line).replaceAll("code")).results())
                .map(match -> new Link(page.path(), match.group(1))));
    }

    @ParameterizedTest
    @MethodSource("links")
    void leadsSomewhere(Link link) {
        URI target = URI.create(link.target());
        if (target.isAbsolute()) {
            assertThat(target).hasScheme("https");
            assertThat(target.getHost()).contains(".");
            return;
        }
        Path file = target.getPath().isEmpty() ? link.page() : parent(link.page()).resolve(target.getPath()).normalize();
        assertThat(Repository.TOP.resolve(file)).exists();
        if (target.getFragment() != null) {
            assertThat(Files.isDirectory(Repository.TOP.resolve(file))).isFalse();
            assertThat(anchors(Page.read(file).headings())).contains(target.getFragment());
        }
    }

    @Test
    void thereAreSomeOfEachKind() {
        assertThat(links().map(Link::target)).anyMatch(target -> target.startsWith("https:"))
                .anyMatch(target -> target.contains("#")).anyMatch(target -> target.startsWith("../"));
    }

    @Test
    void anchorsAreThoseOfGithub() {
        assertThat(anchors(List.of(new Page.Heading(1, "WeChat's `-1` and [others](x.md)"), new Page.Heading(2, "账号，与 Token"),
                new Page.Heading(2, "Same"), new Page.Heading(2, "Same"))))
                .containsExactly("wechats--1-and-others", "账号与-token", "same", "same-1");
    }

    private static Path parent(Path page) {
        return page.getParent() == null ? Path.of("") : page.getParent();
    }

    /**
     * Lower case, letters, digits, dashes and underscores only, spaces as dashes, and a number where one is there
     * already.
     */
    private static List<String> anchors(List<Page.Heading> headings) {
        Map<String, Integer> seen = new HashMap<>();
        return headings.stream().map(heading -> {
            String anchor = heading.text().replaceAll("\\[([^\\]]*)]\\([^)]*\\)", "$1").toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{M}\\p{N}\\p{Pc} -]", "").replace(' ', '-');
            int times = seen.merge(anchor, 1, Integer::sum);
            return times == 1 ? anchor : anchor + "-" + (times - 1);
        }).toList();
    }
}
