package io.github.camelwechat.simulator.api;

import java.util.Locale;

import io.github.camelwechat.simulator.library.Material;

/** Where a picture can be fetched: shaped like the real address, but served by the simulator. */
final class PictureUrl {

    private PictureUrl() {
    }

    static String of(String url, Material picture) {
        return url + picture.picturePath() + "?wx_fmt=" + picture.format().name().toLowerCase(Locale.ROOT);
    }
}
