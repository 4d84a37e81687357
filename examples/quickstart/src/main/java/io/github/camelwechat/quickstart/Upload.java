package io.github.camelwechat.quickstart;

import org.jspecify.annotations.Nullable;

/**
 * What became of one file.
 *
 * @param file    its name, from the folder on
 * @param type    the type of material that it is or was taken for
 * @param mediaId its id in the library, null if it is not there
 * @param url     where the picture can be fetched, null for other types
 * @param reason  why it is not in the library, null if it is
 * @param wentTo  the folder in which it lies now; {@code stayed} where it was not moved on purpose
 * @param verdict the same in a word
 */
record Upload(
        String file,
        String type,
        @Nullable String mediaId,
        @Nullable String url,
        @Nullable String reason,
        String wentTo,
        Verdict verdict) {

    boolean stored() {
        return verdict == Verdict.STORED;
    }
}
