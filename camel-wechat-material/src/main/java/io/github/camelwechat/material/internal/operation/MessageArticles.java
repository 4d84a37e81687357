package io.github.camelwechat.material.internal.operation;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelwechat.material.WechatMaterialConstants;
import io.github.camelwechat.material.WechatMaterialOperations;
import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.InvalidMaterialException.Reason;
import io.github.camelwechat.material.internal.article.ArticleReader;
import io.github.camelwechat.material.internal.article.ArticleRule;
import io.github.camelwechat.material.internal.article.ArticleText;
import io.github.camelwechat.material.result.WechatMaterialResult;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reader of the articles in a message: of its body, or of its body as HTML and its headers. A text that is JSON is read
 * as JSON.
 */
final class MessageArticles {

    private static final Logger LOG = LoggerFactory.getLogger(MessageArticles.class);

    private final Exchange exchange;
    private final EndpointOptions options;

    MessageArticles(Exchange exchange, EndpointOptions options) {
        this.exchange = exchange;
        this.options = options;
    }

    /**
     * Reads and checks the articles, and closes the body.
     *
     * @throws InvalidMaterialException if the body has none that WeChat takes
     */
    List<ObjectNode> read(WechatMaterialOperations operation) {
        try {
            List<ObjectNode> articles = articles(operation);
            if (options.validate()) {
                ArticleRule.check(articles).forEach(warning -> LOG.warn("{}: {}", operation, warning));
            }
            return articles;
        } finally {
            MessageMedia.close(exchange.getMessage());
        }
    }

    /**
     * Reads and checks the only article, and closes the body.
     *
     * @throws InvalidMaterialException if the body has no article that WeChat takes, or more than one
     */
    ObjectNode readOne(WechatMaterialOperations operation) {
        List<ObjectNode> articles = read(operation);
        if (articles.size() != 1) {
            throw new InvalidMaterialException(
                    Reason.ARTICLE, operation + " takes one article, and the body has " + articles.size()
                                    + ". Send it once for each, with the header " + WechatMaterialConstants.INDEX + ".",
                    null, null);
        }
        return articles.get(0);
    }

    private List<ObjectNode> articles(WechatMaterialOperations operation) {
        Object body = exchange.getMessage().getBody();
        if (body instanceof Map || body instanceof List || body instanceof WechatMaterialResult
                || (body instanceof JsonNode node && node.isContainerNode())) {
            return ArticleReader.articles(body);
        }
        String text = new MessageText(exchange, operation, "HTML, to JSON with WeChat's fields, a Map, or a DraftArticle")
                .read(ArticleText.MAX_DRAFT_BYTES).text();
        List<ObjectNode> articles = ArticleReader.json(text);
        return articles != null ? articles : List.of(html(operation, text));
    }

    private ObjectNode html(WechatMaterialOperations operation, String text) {
        String title = options.title(exchange.getMessage());
        if (title == null) {
            throw new IllegalArgumentException(
                    operation + " takes the body as the content of an article, and needs the header "
                                               + WechatMaterialConstants.TITLE
                                               + " with its title. If the body is meant to be JSON: it is none.");
        }
        TextHeaders headers = new TextHeaders(exchange.getMessage());
        return ArticleReader.article(
                title.strip(), text, headers.word(WechatMaterialConstants.THUMB_MEDIA_ID),
                headers.text(WechatMaterialConstants.AUTHOR), headers.text(WechatMaterialConstants.DIGEST));
    }
}
