package io.github.camelwechat.material.internal.media;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BytesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "0|0 bytes|0 bytes", "1|1 byte|1 byte", "1023|1,023 bytes|1,023 bytes",
            "1024|1,024 bytes (1.0 KB)|1,024 bytes (1 KB)", "1047552|1,047,552 bytes (1023.0 KB)|1,047,552 bytes (1023 KB)",
            "1048576|1,048,576 bytes (1.0 MB)|1,048,576 bytes (1 MB)" })
    void areSaidExactlyAndInAUnit(long bytes, String measured, String round) {
        assertThat(Bytes.measured(bytes)).isEqualTo(measured);
        assertThat(Bytes.round(bytes)).isEqualTo(round);
    }
}
