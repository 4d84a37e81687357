package io.github.camelwechat.material.internal.media;

import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MaterialTypeTest {

    @Test
    void limitsAreTheOfficialOnes() {
        assertThat(MaterialType.IMAGE.rule().limit()).isEqualTo(10_485_760);
        assertThat(MaterialType.VOICE.rule().limit()).isEqualTo(2_097_152);
        assertThat(MaterialType.VIDEO.rule().limit()).isEqualTo(10_485_760);
        assertThat(MaterialType.THUMB.rule().limit()).isEqualTo(65_536);
        // below 1 MB, not up to it
        assertThat(UploadRule.ARTICLE_IMAGE.limit()).isEqualTo(1_048_575);
    }

    @Test
    void formatsAreTheOfficialOnes() {
        assertThat(MaterialType.IMAGE.rule().extensions()).containsExactly("bmp", "png", "jpeg", "jpg", "gif");
        assertThat(MaterialType.VOICE.rule().extensions()).containsExactly("mp3", "wma", "wav", "amr");
        assertThat(MaterialType.VIDEO.rule().extensions()).containsExactly("mp4");
        assertThat(MaterialType.THUMB.rule().extensions()).containsExactly("jpg");
        assertThat(UploadRule.ARTICLE_IMAGE.extensions()).containsExactly("jpg", "png");
    }

    @Test
    void acceptsWhatItsExtensionsSay() {
        MediaPreparerTest.rules().forEach(rule -> {
            for (MediaFormat format : MediaFormat.values()) {
                assertThat(rule.accepts(format)).as("%s %s", rule, format)
                        .isEqualTo(rule.extensions().contains(format.extension()));
            }
            assertThat(rule.accepts(null)).isFalse();
            assertThat(rule.accepts(rule.defaultFormat())).isTrue();
        });
    }

    @Test
    void isFoundByItsWireName() {
        for (MaterialType type : MaterialType.values()) {
            assertThat(type.wireName()).isEqualTo(type.name().toLowerCase(Locale.ROOT));
            assertThat(MaterialType.of(type.wireName())).isSameAs(type);
        }
        assertThat(MaterialType.of("Image")).isSameAs(MaterialType.IMAGE);
        assertThatIllegalArgumentException().isThrownBy(() -> MaterialType.of("picture"))
                .withMessage("There is no material type 'picture'; allowed are auto, image, voice, video, thumb");
        assertThatIllegalArgumentException().isThrownBy(() -> MaterialType.of("uploadImage"));
        assertThatIllegalArgumentException().isThrownBy(() -> MaterialType.of(null)).withMessageContaining("image");
    }
}
