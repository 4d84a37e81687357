package io.github.camelwechat.material.result;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One or more articles, of {@code getMaterial} and {@code batchGetMaterial}.
 *
 * @param items the articles in their order, never null
 */
public record NewsMaterial(@JsonProperty("news_item") List<NewsArticle> items) implements WechatMaterialResult {

    public NewsMaterial {
        items = items == null ? List.of() : items.stream().filter(Objects::nonNull).toList();
    }
}
