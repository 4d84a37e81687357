package io.github.camelwechat.material.result;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A draft: the articles that are published as one, of {@code getDraft} and {@code batchGetDraft}. As the body of
 * {@code addDraft} it makes another draft of the same articles.
 *
 * @param items      the articles in their order, never null
 * @param createTime seconds since 1970 (UTC); null where WeChat leaves it out
 * @param updateTime seconds since 1970 (UTC); null where WeChat leaves it out
 */
public record Draft(
        @JsonProperty("news_item") List<DraftArticle> items, @Nullable Long createTime,
        @Nullable Long updateTime) implements WechatMaterialResult {

    public Draft {
        items = items == null ? List.of() : items.stream().filter(Objects::nonNull).toList();
    }
}
