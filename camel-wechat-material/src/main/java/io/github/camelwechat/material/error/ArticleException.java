package io.github.camelwechat.material.error;

import java.util.List;

import io.github.camelwechat.material.result.ArticlePicture;

/**
 * The pictures of an article could not all be brought to WeChat, so that {@code rewriteArticle} gave no article. Some
 * may have been uploaded: the report names their addresses. The cause is the failure of the picture that decides what
 * helps: one whose outcome is unknown before one that can succeed later, and that before one that fails again.
 */
public class ArticleException extends WechatMaterialException {

    private static final long serialVersionUID = 1L;

    private final transient List<ArticlePicture> report;
    private final boolean retryable;
    private final boolean mayHaveTakenEffect;

    /**
     * Creates an error.
     *
     * @param message what went wrong and what helps, in one or two sentences
     * @param report  all pictures of the article, in its order
     * @param worst   the failure that decides what helps
     */
    public ArticleException(String message, List<ArticlePicture> report, Throwable worst) {
        super(message, worst);
        this.report = List.copyOf(report);
        boolean ours = worst instanceof WechatMaterialException;
        this.retryable = ours && ((WechatMaterialException) worst).isRetryable();
        this.mayHaveTakenEffect = ours && ((WechatMaterialException) worst).mayHaveTakenEffect();
    }

    /**
     * Returns what became of each picture.
     *
     * @return in the order of the article; empty after the exception was serialized
     */
    @SuppressWarnings("NullAway") // a transient field is null after that
    public List<ArticlePicture> getReport() {
        return report == null ? List.of() : report;
    }

    /** {@return whether the failure of the picture that decides is} */
    @Override
    public boolean isRetryable() {
        return retryable;
    }

    /** {@return whether a picture may have been stored without its address being known} */
    @Override
    public boolean mayHaveTakenEffect() {
        return mayHaveTakenEffect;
    }
}
