package io.github.camelwechat.material.internal.operation;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;
import org.jspecify.annotations.Nullable;
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
        String text = text(operation, body);
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

    private String text(WechatMaterialOperations operation, @Nullable Object body) {
        Object content = body instanceof WrappedFile<?> wrapped
                ? wrapped.getFile() instanceof File ? wrapped.getFile() : wrapped.getBody() : body;
        if (content instanceof CharSequence text) {
            return ArticleText.withoutMark(text.toString());
        } else if (content instanceof ByteBuffer bytes) {
            return ArticleText.of(bytes, charset());
        }
        try (InputStream stream = open(operation, content)) {
            return ArticleText.read(stream, charset());
        } catch (IOException e) {
            throw new InvalidMaterialException(
                    Reason.UNREADABLE, operation + ": the body could not be read (" + e.getClass().getSimpleName() + ").", null,
                    e);
        } finally {
            if (content instanceof StreamCache cache) {
                cache.reset();
            }
        }
    }

    private InputStream open(WechatMaterialOperations operation, @Nullable Object content) throws IOException {
        if (content instanceof StreamCache cache) {
            cache.reset();
        }
        if (content instanceof byte[] bytes) {
            return new ByteArrayInputStream(bytes);
        } else if (content instanceof File file) {
            return Files.newInputStream(file.toPath());
        } else if (content instanceof Path file) {
            return Files.newInputStream(file);
        } else if (content instanceof InputStream stream) {
            return stream;
        }
        InputStream converted = content == null
                ? null : exchange.getContext().getTypeConverter()
                        .tryConvertTo(InputStream.class, exchange, content);
        if (converted == null) {
            throw new InvalidMaterialException(
                    Reason.BODY, operation + ": "
                                 + (content == null
                                         ? "there is no body"
                                         : "a body of " + content.getClass().getName() + " has no article")
                                 + ". Set it to HTML, to JSON with WeChat's fields, a Map, or a DraftArticle.",
                    null, null);
        }
        return converted;
    }

    private @Nullable Charset charset() {
        Object name = exchange.getProperty(Exchange.CHARSET_NAME);
        if (name == null) {
            return null;
        }
        try {
            return Charset.forName(name.toString());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw TextHeaders.unfit(Exchange.CHARSET_NAME, name.toString(), "the name of a charset, for example UTF-8");
        }
    }
}
