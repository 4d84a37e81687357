package io.github.camelwechat.material.internal.article;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.camelwechat.material.error.NotSentException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Memory for articles is shared, waited for, and comes back whole. */
class ArticleMemoryTest {

    private static final long KILOBYTE = 1024;
    private static final long PATIENCE = 20_000;

    private final ArticleMemory memory = new ArticleMemory(10 * KILOBYTE);

    @Test
    void whoFindsNoneWaitsUntilItIsGivenBack() throws Exception {
        ArticleMemory.Share first = memory.take(6 * KILOBYTE, PATIENCE);
        CompletableFuture<ArticleMemory.Share> second
                = CompletableFuture.supplyAsync(() -> memory.take(6 * KILOBYTE, PATIENCE));
        assertThatThrownBy(() -> memory.take(6 * KILOBYTE, 1)).isInstanceOf(NotSentException.class)
                .hasMessageContaining("maxArticleMemory");

        first.release();
        first.release();

        ArticleMemory.Share share = second.get(PATIENCE, TimeUnit.MILLISECONDS);
        assertThatThrownBy(() -> memory.take(6 * KILOBYTE, 1)).isInstanceOf(NotSentException.class);
        share.shrinkTo(4 * KILOBYTE);
        share.shrinkTo(5 * KILOBYTE);
        memory.take(6 * KILOBYTE, PATIENCE).release();
        share.release();
        memory.take(10 * KILOBYTE, PATIENCE).release();
    }

    @Test
    void anArticleThatNeedsMoreThanThereIsTakesAll() {
        ArticleMemory.Share all = memory.take(100 * KILOBYTE, PATIENCE);

        assertThatThrownBy(() -> memory.take(1, 1)).isInstanceOf(NotSentException.class);
        all.release();
        memory.take(1, PATIENCE).release();
    }

    @Test
    void aShareThatIsReplacedIsGivenBackBefore() {
        ArticleMemory.Share share = memory.take(8 * KILOBYTE, PATIENCE);

        share.replace(9 * KILOBYTE, PATIENCE);

        assertThatThrownBy(() -> memory.take(2 * KILOBYTE, 1)).isInstanceOf(NotSentException.class);
        assertThatThrownBy(() -> {
            ArticleMemory.Share other = memory.take(KILOBYTE, PATIENCE);
            other.replace(2 * KILOBYTE, 1);
        }).isInstanceOf(NotSentException.class);
        share.release();
        memory.take(10 * KILOBYTE, PATIENCE).release();
    }

    @Test
    void whoIsInterruptedHoldsNothing() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> memory.take(KILOBYTE, PATIENCE)).isInstanceOf(NotSentException.class);

        assertThat(Thread.interrupted()).isTrue();
        memory.take(10 * KILOBYTE, PATIENCE).release();
    }
}
