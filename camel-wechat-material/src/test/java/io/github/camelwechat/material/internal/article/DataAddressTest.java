package io.github.camelwechat.material.internal.article;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

/** Pictures inside an article are decoded as browsers do, while they are read. */
class DataAddressTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "data:image/png;base64,YWJjZA==|abcd", "DATA:;BASE64,YWJjZA|abcd", "data:a/b; charset=x ; base64 ,YW Jj\tZA==|abcd",
            "data:image/png;base64,YWJjZA%3D%3d|abcd", "data:,a%20b%zz%|a b%zz%", "data:text/plain,a,b|a,b",
            "data:;base64x,YWJj|YWJj", "data:,骆|?" })
    void isDecoded(String address, String bytes) throws IOException {
        assertThat(decoded(address)).isEqualTo(bytes);
        assertThat(Objects.requireNonNull(DataAddress.of(address)).maxBytes()).isGreaterThanOrEqualTo(bytes.length());
    }

    private static String decoded(String address) throws IOException {
        try (InputStream bytes = Objects.requireNonNull(DataAddress.of(address)).open()) {
            return new String(bytes.readAllBytes(), ISO_8859_1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "data:", "data:image/png;base64" })
    void withoutACommaThereIsNoData(String address) {
        assertThat(DataAddress.is(address)).isTrue();
        assertThat(DataAddress.of(address)).isNull();
    }

    @Test
    void aTextShowsNoData() {
        assertThat(DataAddress.of("data:image/png;base64,YWJjZA==")).hasToString("data:image/png;base64,…");
        assertThat(DataAddress.is("date:a")).isFalse();
    }
}
