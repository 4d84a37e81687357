package io.github.camelwechat.material.article.route;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.camelwechat.material.WechatMaterialComponent;
import io.github.camelwechat.material.WechatMaterialConstants;
import io.github.camelwechat.simulator.WechatSimulatorExtension;
import io.github.camelwechat.simulator.fault.Gate;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.github.camelwechat.material.article.route.PictureHost.picture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Articles of one account take turns, and hold no more pictures than the window has places. */
class ArticleTurnsTest {

    private static final String UPLOAD_IMAGE = "/cgi-bin/media/uploadimg";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PERMITS = 2;

    @RegisterExtension
    static final WechatSimulatorExtension WECHAT = new WechatSimulatorExtension();

    @RegisterExtension
    final PictureHost host = new PictureHost();

    private final DefaultCamelContext context = new DefaultCamelContext();
    private ProducerTemplate template;

    @BeforeEach
    void start() {
        context.start();
        template = context.createProducerTemplate();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    private String uri() {
        return "wechat-material:wxdemo?secret=secret&apiUrl=" + WECHAT.url()
               + "&operation=rewriteArticle&maxConcurrentRequests=" + PERMITS + "&fetchHosts=" + host.hostAndPort();
    }

    /** Sends an article on a thread of its own. */
    private Future<Exchange> sent(String html) {
        return template.asyncSend(uri(), exchange -> exchange.getMessage().setBody(html));
    }

    /** Hands an article over: when this returns, its pictures have begun, or wait for their turns. */
    private Future<Exchange> begun(String html) throws Exception {
        Endpoint endpoint = context.getEndpoint(uri());
        AsyncProducer producer = endpoint.createAsyncProducer();
        producer.start();
        Exchange exchange = endpoint.createExchange();
        exchange.getMessage().setBody(html);
        CompletableFuture<Exchange> ended = new CompletableFuture<>();
        producer.process(exchange, sync -> ended.complete(exchange));
        return ended;
    }

    private String article(String name, int pictures) {
        return IntStream.range(0, pictures)
                .mapToObj(i -> "<img src='" + host.with("/" + name + i, picture("png", name.hashCode() + i)) + "'>")
                .collect(Collectors.joining());
    }

    private static Exchange ended(Future<Exchange> article) throws Exception {
        return article.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void theWindowHoldsTwicePermits() throws Exception {
        Future<Exchange> first;
        Future<Exchange> second;
        try (Gate gate = WECHAT.faults().hold(UPLOAD_IMAGE)) {
            first = begun(article("a", 20));
            gate.awaitHeld(PERMITS, PATIENCE);
            await().atMost(PATIENCE).until(() -> host.requests().size() == 2 * PERMITS);
            second = begun(article("b", 1));
        }

        assertThat(ended(second).getException()).isNull();
        assertThat(ended(second).getMessage().getHeader(WechatMaterialConstants.PICTURES_MISSING)).isEqualTo(0);
        assertThat(ended(first).getException()).isNull();
        // the short article had its turn after the four that were under way, and the one that was granted with it
        assertThat(host.requests().indexOf("/b0")).isBetween(2 * PERMITS, 2 * PERMITS + 3);
    }

    @Test
    void aStopEndsArticlesUnderWay() throws Exception {
        host.hang();
        Future<Exchange> article = begun("<img src='" + host.with("/hanging", picture("png", 1)) + "'>");
        await().atMost(PATIENCE).until(() -> host.requests().size() == 1);

        context.getComponent("wechat-material").stop();

        assertThat(ended(article).getException()).hasMessageContaining("the component was stopped");
        assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
                .noneMatch(name -> name.contains("WechatMaterialFetchIO"));
    }

    @Test
    void articlesEndWithOnePermitAndRoomForOne() throws Exception {
        context.getComponent("wechat-material", WechatMaterialComponent.class)
                .setMaxArticleMemory(1024);
        for (Future<Exchange> article : IntStream.range(0, 20)
                .mapToObj(i -> sent(article("a" + i + "-", 3))).toList()) {
            assertThat(ended(article).getException()).isNull();
        }
        assertThat(WECHAT.journal().entries(UPLOAD_IMAGE)).hasSize(60);
    }
}
