package io.github.camelwechat.material.operation;

import io.github.camelwechat.material.media.Download;

/**
 * What an operation leaves on the message.
 *
 * @param body        the new body, or null: the message keeps its own
 * @param download    the new body where it is bytes: whoever takes the outcome owns them. Null for none
 * @param mediaId     for the header, or null for none
 * @param url         for the header, or null for none
 * @param fileName    for the header, or null for none
 * @param contentType for the header, or null for none
 */
public record Outcome(
        Object body, Download download, String mediaId, String url, String fileName, String contentType) {

    static Outcome unchanged() {
        return new Outcome(null, null, null, null, null, null);
    }

    static Outcome of(Object body) {
        return new Outcome(body, null, null, null, null, null);
    }

    static Outcome of(Object body, String mediaId, String url) {
        return new Outcome(body, null, mediaId, url, null, null);
    }

    static Outcome of(Download download, String fileName, String contentType) {
        return new Outcome(null, download, null, null, fileName, contentType);
    }
}
