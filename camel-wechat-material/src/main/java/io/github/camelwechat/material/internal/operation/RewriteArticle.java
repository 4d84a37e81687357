package io.github.camelwechat.material.internal.operation;

import java.nio.ByteBuffer;
import java.util.Set;

import io.github.camelwechat.material.WechatMaterialConstants;
import io.github.camelwechat.material.WechatMaterialOperations;
import io.github.camelwechat.material.internal.article.ArticleMemory;
import io.github.camelwechat.material.internal.article.ArticleRewriter;
import io.github.camelwechat.material.internal.article.ArticleText;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.client.Outcome;
import io.github.camelwechat.material.result.RewrittenArticle;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Uploads the pictures of an article, and puts WeChat's addresses in their places. */
final class RewriteArticle implements Operation {

    private static final Logger LOG = LoggerFactory.getLogger(RewriteArticle.class);
    /** Text, the addresses in it, the new text and its bytes. */
    private static final long MEMORY_PER_CHARACTER = 6;

    @Override
    public WechatMaterialOperations constant() {
        return WechatMaterialOperations.rewriteArticle;
    }

    @Override
    public boolean isUpload() {
        return true;
    }

    @Override
    public Set<String> results() {
        return Set.of(
                WechatMaterialConstants.PICTURES, WechatMaterialConstants.PICTURES_MISSING,
                WechatMaterialConstants.CHARACTERS, WechatMaterialConstants.WARNINGS, WechatMaterialConstants.MEDIA_ID,
                WechatMaterialConstants.URL);
    }

    @Override
    public Call<Outcome> begin(Exchange exchange, EndpointOptions options, OperationRun run) {
        try {
            return begin(exchange, run);
        } finally {
            MessageMedia.close(exchange.getMessage());
        }
    }

    private Call<Outcome> begin(Exchange exchange, OperationRun run) {
        ArticleRewriter rewriter = run.articles().get();
        MessageText body = new MessageText(exchange, constant(), "HTML");
        Object content = body.content();
        String baseUrl = new TextHeaders(exchange.getMessage()).word(WechatMaterialConstants.BASE_URL);
        int maxBytes = rewriter.settings().maxBytes();
        long patience = rewriter.articleDeadline().time().toMillis();
        ArticleMemory.Share share = rewriter.memory().take(memory(Math.min(length(content), maxBytes)), patience);
        try {
            ArticleText article = body.read(maxBytes, () -> share.replace(memory(maxBytes), patience));
            share.shrinkTo(memory(article.text().length()));
            return run.begin(
                    rewriter.articleDeadline(),
                    () -> rewriter.rewrite(article.text(), baseUrl).map(rewritten -> {
                        rewritten.warnings().forEach(warning -> LOG.warn("rewriteArticle: {}", warning));
                        return outcome(content, article, rewritten);
                    })).onEnd(share::release);
        } catch (RuntimeException | Error e) {
            share.release();
            throw e;
        }
    }

    private static long memory(long length) {
        return length * MEMORY_PER_CHARACTER;
    }

    /** Returns how much is read at first. */
    private static long length(@Nullable Object content) {
        return content instanceof CharSequence text ? text.length() : ArticleText.FIRST_BYTES;
    }

    private static Outcome outcome(@Nullable Object content, ArticleText article, RewrittenArticle rewritten) {
        if (content instanceof CharSequence) {
            return new Outcome.Article(rewritten, article.inSameForm(rewritten.html()), false);
        }
        boolean bytes = content instanceof byte[] || content instanceof ByteBuffer;
        return new Outcome.Article(rewritten, article.bytesInSameForm(rewritten.html()), !bytes);
    }
}
