package io.github.camelwechat.material.internal.client;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BoundaryTest {

    @Test
    void itIsOfLettersAndDigitsOnlyAndNeverTheSameTwice() {
        Set<String> boundaries = Stream.generate(MultipartBody::randomBoundary).limit(10_000).collect(Collectors.toSet());

        assertThat(boundaries).hasSize(10_000).allMatch(boundary -> boundary.matches("[0-9A-Za-z]{20,70}"));
    }
}
