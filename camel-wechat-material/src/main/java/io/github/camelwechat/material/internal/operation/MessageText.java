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

import io.github.camelwechat.material.WechatMaterialOperations;
import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.InvalidMaterialException.Reason;
import io.github.camelwechat.material.internal.article.ArticleText;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;
import org.jspecify.annotations.Nullable;

/** Reader of a message's body as text. */
final class MessageText {

    private final Exchange exchange;
    private final WechatMaterialOperations operation;
    private final String expected;

    /** @param expected for a body that is no text: what it should be set to */
    MessageText(Exchange exchange, WechatMaterialOperations operation, String expected) {
        this.exchange = exchange;
        this.operation = operation;
        this.expected = expected;
    }

    /**
     * Reads the body.
     *
     * @param  maxBytes                 the most
     * @throws InvalidMaterialException if it is no text, or has more
     */
    ArticleText read(int maxBytes) {
        return read(maxBytes, () -> {
        });
    }

    /**
     * Reads the body.
     *
     * @param  maxBytes                 the most
     * @param  large                    run before more than {@link ArticleText#FIRST_BYTES} of a stream are read
     * @throws InvalidMaterialException if it is no text, or has more
     */
    ArticleText read(int maxBytes, Runnable large) {
        Object content = content();
        if (content instanceof CharSequence text) {
            return ArticleText.of(text, maxBytes);
        } else if (content instanceof ByteBuffer bytes) {
            return ArticleText.of(bytes, charset(), maxBytes);
        }
        try (InputStream stream = open(content)) {
            return ArticleText.read(stream, charset(), maxBytes, large);
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

    /** Returns the body in the class that tells where its bytes are; null for none. */
    @Nullable
    Object content() {
        Object body = exchange.getMessage().getBody();
        return body instanceof WrappedFile<?> wrapped
                ? wrapped.getFile() instanceof File ? wrapped.getFile() : wrapped.getBody() : body;
    }

    private InputStream open(@Nullable Object content) throws IOException {
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
                                 + ". Set it to " + expected + ".",
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
