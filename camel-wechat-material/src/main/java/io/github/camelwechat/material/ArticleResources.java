package io.github.camelwechat.material;

import io.github.camelwechat.material.internal.article.ArticleMemory;
import io.github.camelwechat.material.internal.article.ArticleRewriter;
import io.github.camelwechat.material.internal.article.PictureFinder;
import io.github.camelwechat.material.internal.article.PictureUploads;
import io.github.camelwechat.material.internal.call.Deadline;
import io.github.camelwechat.material.internal.fetch.FetchSettings;
import io.github.camelwechat.material.internal.fetch.Fetcher;
import io.github.camelwechat.material.internal.session.AccountSession;
import io.github.camelwechat.material.internal.session.ComponentRuntime;
import org.apache.camel.CamelContext;

/** What all articles of a component share while it runs. Thread-safe. */
final class ArticleResources implements AutoCloseable {

    private final ComponentRuntime runtime;
    private final PictureFinder finder;
    private final ArticleMemory memory;
    private final Fetcher fetcher;

    /** @throws IllegalStateException if there is no finder of pictures */
    ArticleResources(ComponentRuntime runtime, CamelContext context, long maxMemory) {
        this.runtime = runtime;
        this.finder = finder(context);
        this.memory = new ArticleMemory(maxMemory);
        this.fetcher = new Fetcher(
                FetchSettings.defaults(), runtime.spoolFolder(), runtime.pictureThreads(), runtime.timer());
    }

    /** @throws IllegalStateException if there is none */
    private static PictureFinder finder(CamelContext context) {
        return context.getCamelContextExtension().getDefaultFactoryFinder()
                .newInstance(PictureFinder.FACTORY, PictureFinder.class)
                .orElseThrow(() -> new IllegalStateException(
                        "rewriteArticle needs camel-wechat-material-article, which finds the pictures: add"
                                                             + " io.github.camelwechat:camel-wechat-material-article to the"
                                                             + " application"));
    }

    ArticleRewriter rewriter(AccountSession session, ArticleRules rules) {
        return new ArticleRewriter(
                finder, rules.settings(session.settings().apiUrl()),
                new PictureUploads(
                        session.client(), session.preparer(),
                        address -> fetcher.fetch(address, rules.hosts(), rules.fetchTimeout()), runtime.pictureThreads()),
                session.bounds().window(), session.deadline(),
                new Deadline(runtime.timer(), rules.articleTimeout(), "articleTimeout"),
                runtime.pictureThreads(), memory);
    }

    /** Ends what is being fetched. */
    @Override
    public void close() {
        fetcher.close();
    }
}
