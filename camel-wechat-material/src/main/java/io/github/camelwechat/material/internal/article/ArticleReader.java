package io.github.camelwechat.material.internal.article;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.internal.media.VisibleText;
import org.jspecify.annotations.Nullable;

/** Reader of articles with WeChat's field names, of records, maps and JSON. */
public final class ArticleReader {

    private static final JsonMapper MAPPER = JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    /** Names of the list: in requests, in answers. */
    private static final List<String> LISTS = List.of("articles", "news_item");
    private static final Set<String> AROUND = Set.of("articles", "news_item", "create_time", "update_time");
    /** Fields that WeChat adds, and does not read: an article of an answer can be sent as it is. */
    private static final List<String> ANSWERED = List.of("url", "thumb_url", "show_cover_pic", "is_deleted");

    private ArticleReader() {
    }

    /**
     * Reads a text that may be JSON.
     *
     * @return null if it is none, and so may be the content of an article
     */
    public static @Nullable List<ObjectNode> json(String text) {
        String start = text.stripLeading();
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return null;
        }
        JsonNode json;
        try {
            json = MAPPER.readTree(text);
        } catch (IOException e) {
            // its text quotes the body
            return null;
        }
        return articles(json);
    }

    /**
     * Reads a record, a map, a list of these, or a tree of Jackson's.
     *
     * @throws InvalidMaterialException if it is no article, and no list of them
     */
    public static List<ObjectNode> articles(Object body) {
        JsonNode tree;
        try {
            tree = body instanceof JsonNode node ? node.deepCopy() : MAPPER.valueToTree(body);
        } catch (IllegalArgumentException e) {
            // without the cause, which may quote the value
            throw ArticleErrors.body("The " + body.getClass().getSimpleName() + " has values of which no JSON can be made: set"
                                     + " texts, numbers, booleans, lists and maps.");
        }
        List<ObjectNode> articles = new ArrayList<>();
        for (JsonNode article : list(tree)) {
            if (!(article instanceof ObjectNode object)) {
                throw ArticleErrors.body("An article has to be an object with WeChat's fields (title, content, …), not "
                                         + article.getNodeType().name().toLowerCase(Locale.ROOT) + ".");
            }
            object.remove(ANSWERED);
            object.properties().removeIf(field -> field.getValue().isNull());
            articles.add(object);
        }
        return articles;
    }

    private static Iterable<JsonNode> list(JsonNode tree) {
        if (tree.isArray()) {
            return tree;
        }
        for (String name : LISTS) {
            if (tree.has(name)) {
                tree.fieldNames().forEachRemaining(field -> {
                    if (!AROUND.contains(field)) {
                        throw ArticleErrors.body("The field " + VisibleText.excerpt(field) + " beside " + name
                                                 + " is unknown. media_id and index are headers here:"
                                                 + " CamelWechatMaterialMediaId and CamelWechatMaterialIndex.");
                    }
                });
                JsonNode articles = tree.get(name);
                return articles.isArray() ? articles : List.of(articles);
            }
        }
        return List.of(tree);
    }

    /** {@return an article with these fields; those that are null are left out} */
    public static ObjectNode article(
            String title, String content, @Nullable String thumbMediaId, @Nullable String author, @Nullable String digest) {
        ObjectNode article = MAPPER.createObjectNode().put("title", title);
        putIfAny(article, "author", author);
        putIfAny(article, "digest", digest);
        article.put("content", content);
        putIfAny(article, "thumb_media_id", thumbMediaId);
        return article;
    }

    private static void putIfAny(ObjectNode article, String field, @Nullable String value) {
        if (value != null) {
            article.put(field, value);
        }
    }
}
