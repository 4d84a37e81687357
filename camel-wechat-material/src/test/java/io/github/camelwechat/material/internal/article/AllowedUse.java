package io.github.camelwechat.material.internal.article;

import io.github.camelwechat.material.internal.client.MaterialClient;
import io.github.camelwechat.material.internal.inflight.Permits;
import io.github.camelwechat.material.internal.media.Media;
import io.github.camelwechat.material.result.NewsArticle;

/** What this room is going to need. */
public class AllowedUse {

    MaterialClient client;
    Permits permits;
    Media media;
    NewsArticle article;
}
