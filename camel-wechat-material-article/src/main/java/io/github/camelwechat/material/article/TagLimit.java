package io.github.camelwechat.material.article;

import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.InvalidMaterialException.Reason;

/** Limit of tags, checked before parsing: a parser of HTML takes minutes for some short texts. */
final class TagLimit {

    private TagLimit() {
    }

    /** Refuses a source with more tags. Counts what looks like a tag anywhere, so no parser sees more. */
    static void require(String source, int maxTags) {
        int tags = 0;
        for (int at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at + 1)) {
            int name = at + 1 < source.length() && source.charAt(at + 1) == '/' ? at + 2 : at + 1;
            if (name < source.length() && Characters.isLetter(source.charAt(name))) {
                tags++;
            }
        }
        if (tags > maxTags) {
            throw new InvalidMaterialException(
                    Reason.SIZE,
                    String.format(
                            "The article has %,d tags, and at most %,d are parsed (option maxTags). WeChat takes less than"
                                  + " 20,000 characters: split the article.",
                            tags, maxTags),
                    null, null);
        }
    }
}
