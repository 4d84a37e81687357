package io.github.camelwechat.quickstart;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TableTest {

    @Test
    void columnsStandBelowEachOtherWhateverTheScript() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Table(
                List.of(
                        new Upload("骆驼 🐫.png", "image", "ID1", "http://a", null, ".done", Verdict.STORED),
                        new Upload("camel_éx.mp3", "voice", null, null, "too large", ".failed", Verdict.REFUSED),
                        new Upload("ｆｕｌｌ.mp4", "video", null, null, "no answer", ".failed", Verdict.UNKNOWN)))
                .print(new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines()).startsWith(
                "",
                "FILE          TYPE   WENT TO    MEDIA ID AND URL, OR WHY NOT",
                "骆驼 🐫.png   image  .done      ID1",
                "                                http://a",
                "camel_éx.mp3  voice  .failed    refused: too large",
                "ｆｕｌｌ.mp4  video  .failed    unknown: no answer",
                "");
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("1 stored, 1 refused",
                "1 perhaps stored: look into the library");
    }

    @Test
    void aCombiningMarkTakesNoColumn() {
        assertThat(TextWidth.of("e\u0301")).isEqualTo(1);
        assertThat(TextWidth.of("ﾊﾝ")).isEqualTo(2);
        assertThat(TextWidth.of("、。「」")).isEqualTo(8);
        assertThat(TextWidth.of("한국어")).isEqualTo(6);
    }
}
