package io.github.camelwechat.material.internal.media;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NearestNameTest {

    @ParameterizedTest
    @CsvSource({
            "'','',0", "a,'',1", "'',ab,2", "title,title,0", "titel,title,2", "tittle,title,1", "tile,title,1", "bitle,title,1",
            "kitten,sitting,3", "abc,xyz,3", "flaw,lawn,2" })
    void distanceIsTheNumberOfEdits(String one, String other, int edits) {
        assertThat(NearestName.distance(one, other)).isEqualTo(edits);
        assertThat(NearestName.distance(other, one)).isEqualTo(edits);
    }

    @Test
    void nearestNeedsTheFewestEdits() {
        assertThat(NearestName.of("secrett", List.of("appId", "secret", "apiUrl"))).isEqualTo("secret");
        assertThat(NearestName.of("x", List.of("b", "a"))).as("of several, by alphabet").isEqualTo("a");
    }

    @Test
    void longTextIsComparedByItsStart() {
        String start = "a".repeat(100);
        assertThat(NearestName.of(start + "b".repeat(1000), List.of("b".repeat(150), start))).isEqualTo(start);
    }
}
