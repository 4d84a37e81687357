package io.github.camelwechat.material.result;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One or more articles, of {@code getMaterial} and {@code batchGetMaterial}.
 *
 * @param items      the articles in their order, never null
 * @param createTime seconds since 1970 (UTC); null where WeChat leaves it out
 * @param updateTime seconds since 1970 (UTC); null where WeChat leaves it out
 */
public record NewsMaterial(
        @JsonProperty("news_item") List<NewsArticle> items, @Nullable Long createTime,
        @Nullable Long updateTime) implements WechatMaterialResult {

    public NewsMaterial {
        items = items == null ? List.of() : items.stream().filter(Objects::nonNull).toList();
    }
}
