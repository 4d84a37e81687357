package io.github.camelwechat.material.internal.article;

import java.nio.file.Path;

import io.github.camelwechat.material.internal.fetch.FetchAddress;

/** Where the bytes of a picture are. Equal sources are one picture. */
sealed interface PictureSource {

    /** Picture that is at WeChat already. */
    record Own(String url) implements PictureSource {
    }

    /** Picture of another host. */
    record Remote(FetchAddress address) implements PictureSource {
    }

    /** Picture inside the article. */
    record Inline(DataAddress data) implements PictureSource {
    }

    /** Picture below the base folder. */
    record LocalFile(Path file) implements PictureSource {
    }

    /** No picture, for a reason. */
    record Unusable(String why) implements PictureSource {
    }
}
