package io.github.camelwechat.material.article;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.InvalidMaterialException.Reason;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Articles that are made to take much time or memory. */
class HostileArticlesTest {

    private static final int MAX_MILLISECONDS = 3000;

    @Test
    void hostileShapesTakeLittleTimeAndMemory() throws Exception {
        Process process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                HostileArticles.class.getName())
                .redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        List<String> lines = output.lines().filter(line -> line.matches("[a-z-]+ \\d+")).toList();
        assertThat(lines).as(output).hasSameSizeAs(HostileArticles.shapes().keySet())
                .allMatch(line -> Integer.parseInt(line.substring(line.indexOf(' ') + 1)) < MAX_MILLISECONDS);
    }

    @Test
    void tooManyTagsAreRefusedBeforeParsing() {
        assertThatThrownBy(() -> Articles.find("<table><font>".repeat(77_000)))
                .isInstanceOfSatisfying(InvalidMaterialException.class,
                        error -> assertThat(error.getReason()).isEqualTo(Reason.SIZE))
                .hasMessageContaining("154,000 tags").hasMessageContaining("20,000");
        assertThatThrownBy(() -> Articles.find("<b>".repeat(10_000) + "</b>".repeat(10_001)))
                .isInstanceOf(InvalidMaterialException.class).hasMessageContaining("20,001");
        assertThat(Articles.find("<b>".repeat(10_000) + "</b>".repeat(10_000)).pictures()).isEmpty();
    }

    /** What a parser may not take for tags counts too, as parsers differ. */
    @Test
    void tagsInATextCount() {
        assertThatThrownBy(() -> new JsoupPictureFinder().find("<textarea><b><b><!-- <b> -->", 3))
                .isInstanceOf(InvalidMaterialException.class).hasMessageContaining("4 tags");
        assertThat(new JsoupPictureFinder().find("< 1 <1 </1 <", 0).pictures()).isEmpty();
    }
}
