package io.github.camelwechat.simulator.library;

import io.github.camelwechat.simulator.format.Format;
import org.jspecify.annotations.Nullable;

/**
 * A checked upload on its way into the library. Internal: not API.
 *
 * @param title        null unless it is a video
 * @param introduction null unless it is a video that has one
 */
public record NewMaterial(MaterialType type, String name, @Nullable String title, @Nullable String introduction, Format format,
        Spool spool) {
}
