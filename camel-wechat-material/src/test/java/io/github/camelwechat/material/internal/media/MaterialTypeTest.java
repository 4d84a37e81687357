package io.github.camelwechat.material.internal.media;

import java.util.EnumSet;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MaterialTypeTest {

    @Test
    void limitsAreTheOfficialOnes() {
        assertThat(MaterialType.IMAGE.limit()).isEqualTo(10_485_760);
        assertThat(MaterialType.VOICE.limit()).isEqualTo(2_097_152);
        assertThat(MaterialType.VIDEO.limit()).isEqualTo(10_485_760);
        assertThat(MaterialType.THUMB.limit()).isEqualTo(65_536);
        // below 1 MB, not up to it
        assertThat(MaterialType.ARTICLE_IMAGE.limit()).isEqualTo(1_048_575);
    }

    @Test
    void formatsAreTheOfficialOnes() {
        assertThat(MaterialType.IMAGE.extensions()).containsExactly("bmp", "png", "jpeg", "jpg", "gif");
        assertThat(MaterialType.VOICE.extensions()).containsExactly("mp3", "wma", "wav", "amr");
        assertThat(MaterialType.VIDEO.extensions()).containsExactly("mp4");
        assertThat(MaterialType.THUMB.extensions()).containsExactly("jpg");
        assertThat(MaterialType.ARTICLE_IMAGE.extensions()).containsExactly("jpg", "png");
    }

    @Test
    void acceptsWhatItsExtensionsSay() {
        for (MaterialType type : MaterialType.values()) {
            for (MediaFormat format : MediaFormat.values()) {
                assertThat(type.accepts(format)).as("%s %s", type, format)
                        .isEqualTo(type.extensions().contains(format.extension()));
            }
            assertThat(type.accepts(null)).isFalse();
        }
    }

    @Test
    void isFoundByItsWireName() {
        for (MaterialType type : EnumSet.complementOf(EnumSet.of(MaterialType.ARTICLE_IMAGE))) {
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
