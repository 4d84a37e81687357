package io.github.camelwechat.material.internal.fetch;

import io.github.camelwechat.material.internal.media.Media;
import io.github.camelwechat.material.internal.transport.HttpEngine;

/** What this room is going to need. */
public class AllowedUse {

    Media media;
    HttpEngine engine;
}
