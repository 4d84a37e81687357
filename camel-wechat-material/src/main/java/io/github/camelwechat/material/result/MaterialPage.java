package io.github.camelwechat.material.result;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A part of the library's list, of {@code batchGetMaterial}, newest first. Pages are no snapshot: what is uploaded or
 * deleted meanwhile shifts them, so tell items apart by their mediaId.
 *
 * @param totalCount how many materials of the type there are
 * @param itemCount  how many of them are in this page
 * @param items      the materials; never null, empty behind the end of the list
 */
public record MaterialPage(int totalCount, int itemCount, @JsonProperty("item") List<MaterialItem> items)
        implements
            WechatMaterialResult {

    public MaterialPage {
        items = items == null ? List.of() : items.stream().filter(Objects::nonNull).toList();
    }
}
