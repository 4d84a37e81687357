package io.github.camelwechat.material.result;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A part of the draft box's list, of {@code batchGetDraft}, the draft that was changed last first. Pages are no
 * snapshot: what is added, changed or published meanwhile shifts them, so tell items apart by their mediaId.
 *
 * @param totalCount how many drafts there are
 * @param itemCount  how many of them are in this page
 * @param items      the drafts; never null, empty behind the end of the list
 */
public record DraftPage(int totalCount, int itemCount, @JsonProperty("item") List<DraftItem> items)
        implements
            WechatMaterialResult {

    public DraftPage {
        items = items == null ? List.of() : items.stream().filter(Objects::nonNull).toList();
    }
}
