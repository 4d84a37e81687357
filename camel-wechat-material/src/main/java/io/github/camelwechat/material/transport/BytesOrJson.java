package io.github.camelwechat.material.transport;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The answer of an interface that gives a file, or JSON about what is no file.
 *
 * @param json        null for a file
 * @param file        the file's bytes, or null; whoever takes this owns them
 * @param contentType of a file, as the answer says: not to be trusted; null for none
 * @param disposition of a file, as above, its bytes read as ISO 8859-1
 */
public record BytesOrJson<S extends AnswerSpool>(JsonNode json, S file, String contentType, String disposition) {

    /** Gives up what is held, when nobody wants it. */
    public void discard() {
        if (file != null) {
            file.discard();
        }
    }
}
