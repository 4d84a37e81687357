package io.github.camelwechat.material;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import io.github.camelwechat.material.result.AddMaterialResult;
import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.journal.JournalEntry;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.assertj.core.api.Assertions.assertThat;

/** For each test a simulator with two accounts, and a started context whose component knows none of them yet. */
final class Wechat implements BeforeEachCallback, AfterEachCallback {

    static final String APP = "wxdemo";
    static final String SECRET = "planted-secret-of-wxdemo";
    static final String OTHER_APP = "wxother";
    static final String OTHER_SECRET = "planted-secret-of-wxother";
    static final String PLATFORM_APP = "wxplatform";
    static final String PLATFORM_SECRET = "planted-secret-of-wxplatform";
    static final String PLATFORM_TOKEN = "plantedTokenOfWxplatform";
    static final String SECRET_KEY = "plantedSecretKeyOfWxplatform0123456789abcdE";
    static final String ADD_MATERIAL = "/cgi-bin/material/add_material";
    static final String STABLE_TOKEN = "/cgi-bin/stable_token";

    private static final long PATIENCE = 30;

    private WechatSimulator simulator;
    private DefaultCamelContext context;
    private WechatMaterialComponent component;

    /** An exchange that was handed to a producer. */
    record Sent(Exchange exchange, AtomicInteger callbacks, CountDownLatch done) {

        Exchange await() throws InterruptedException {
            assertThat(done.await(PATIENCE, TimeUnit.SECONDS)).as("the callback has been called").isTrue();
            return exchange;
        }
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        simulator = WechatSimulator.builder().app(APP, SECRET).app(OTHER_APP, OTHER_SECRET)
                .platform(PLATFORM_APP, PLATFORM_SECRET).start();
        context = new DefaultCamelContext();
        context.getShutdownStrategy().setTimeout(PATIENCE);
        component = new WechatMaterialComponent();
        context.addComponent("wechat-material", component);
        context.start();
    }

    @Override
    public void afterEach(ExtensionContext test) throws IOException {
        simulator.faults().clear();
        context.close();
        simulator.close();
    }

    WechatSimulator simulator() {
        return simulator;
    }

    DefaultCamelContext context() {
        return context;
    }

    WechatMaterialComponent component() {
        return component;
    }

    WechatMaterialConfiguration configuration() {
        return component.getConfiguration();
    }

    /** Makes the component's plain options an account that works: {@code wechat-material:default}. */
    WechatMaterialConfiguration plainAccount() {
        configuration().setAppId(APP);
        configuration().setSecret(SECRET);
        configuration().setApiUrl(simulator.url());
        return configuration();
    }

    /** Adds an account that works under an alias. */
    WechatMaterialAccount account(String alias, String appId, String secret) {
        WechatMaterialAccount account = new WechatMaterialAccount();
        account.setAppId(appId);
        account.setSecret(secret);
        account.setApiUrl(simulator.url());
        component.getAccounts().put(alias, account);
        return account;
    }

    /** Adds a platform whose options are right. */
    WechatMaterialPlatform platform(String name) {
        WechatMaterialPlatform platform = new WechatMaterialPlatform();
        platform.setAppId(PLATFORM_APP);
        platform.setSecret(PLATFORM_SECRET);
        platform.setToken(PLATFORM_TOKEN);
        platform.setSecretKey(SECRET_KEY);
        platform.setStore("memory");
        platform.setApiUrl(simulator.url());
        component.getPlatforms().put(name, platform);
        return platform;
    }

    /** Opens a platform of the component, which has its first ticket. */
    PushedPlatform pushedPlatform(String name) {
        PushedPlatform open = new PushedPlatform(component, name, simulator.platform(PLATFORM_APP));
        open.takeTicket();
        return open;
    }

    /** Adds a merchant of a platform under an alias. */
    WechatMaterialAccount merchant(String alias, String appId, String platform) {
        WechatMaterialAccount account = new WechatMaterialAccount();
        account.setAppId(appId);
        account.setPlatform(platform);
        component.getAccounts().put(alias, account);
        return account;
    }

    WechatMaterialEndpoint endpoint(String uri) {
        return context.getEndpoint(uri, WechatMaterialEndpoint.class);
    }

    Exchange upload(Object body) {
        return upload("wechat-material:default", body, Map.of());
    }

    Exchange upload(String uri, Object body, Map<String, Object> headers) {
        return send(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    Exchange send(String uri, Consumer<Exchange> prepare) {
        return context.createFluentProducerTemplate().to(uri).withProcessor(prepare::accept).send();
    }

    /** {@return the media_id of the new material} */
    String stored(byte[] body) {
        return stored(body, Map.of());
    }

    String stored(byte[] body, Map<String, Object> headers) {
        Exchange result = upload("wechat-material:default", body, headers);
        assertThat(result.getException()).isNull();
        return result.getMessage().getBody(AddMaterialResult.class).mediaId();
    }

    /** Hands an exchange on without waiting for its answer. */
    Sent begin(String uri, Object body) throws Exception {
        return begin(producer(uri), body);
    }

    AsyncProducer producer(String uri) throws Exception {
        AsyncProducer producer = endpoint(uri).createAsyncProducer();
        producer.start();
        return producer;
    }

    Sent begin(AsyncProducer producer, Object body) {
        Exchange exchange = producer.getEndpoint().createExchange();
        exchange.getMessage().setBody(body);
        Sent sent = new Sent(exchange, new AtomicInteger(), new CountDownLatch(1));
        producer.process(exchange, doneSync -> {
            sent.callbacks().incrementAndGet();
            sent.done().countDown();
        });
        return sent;
    }

    /** The exchanges, each handed on by a thread of its own: whoever gets no slot waits there. */
    List<CompletableFuture<Sent>> beginTogether(AsyncProducer producer, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> begin(producer, Samples.png(500, i)), task -> new Thread(task).start()))
                .toList();
    }

    List<JournalEntry> uploads() {
        return simulator.journal().entries(ADD_MATERIAL);
    }

    JournalEntry onlyUpload() {
        assertThat(uploads()).hasSize(1);
        return uploads().get(0);
    }

    int tokenCalls() {
        return simulator.journal().count(STABLE_TOKEN);
    }
}
