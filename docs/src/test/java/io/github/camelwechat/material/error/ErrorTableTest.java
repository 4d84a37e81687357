package io.github.camelwechat.material.error;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The manual's table of codes is the one that the exceptions use. */
class ErrorTableTest {

    private static final Path PAGE = Path.of("../../error-codes.md");

    @Test
    void theManualListsEachCodeWithItsAdvice() throws IOException {
        List<String> rows = Files.readAllLines(PAGE).stream().filter(line -> line.matches("\\| -?\\d+ \\|.*")).toList();

        assertThat(rows).containsExactlyElementsOf(ErrorCode.known().stream()
                .map(code -> "| " + code.code() + " | " + (code.retryable() ? "yes" : "no") + " | " + code.advice() + " |")
                .toList());
    }
}
