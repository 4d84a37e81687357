package io.github.camelwechat.simulator.api;

import java.util.Locale;

import io.github.camelwechat.simulator.library.Library;
import io.github.camelwechat.simulator.library.Material;

/** Where a picture can be fetched: shaped like the real address, but served by the simulator. */
final class PictureUrl {

    private PictureUrl() {
    }

    static String of(String url, Material picture) {
        return url + picture.picturePath() + "?wx_fmt=" + picture.format().name().toLowerCase(Locale.ROOT);
    }

    /** {@return where the cover of an article can be fetched; empty if it is not in the library} */
    static String ofThumb(String url, Library library, String mediaId) {
        return library.find(mediaId).filter(thumb -> thumb.picturePath() != null).map(thumb -> of(url, thumb)).orElse("");
    }
}
