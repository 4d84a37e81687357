package io.github.camelwechat.material.internal.platform;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

import io.github.camelwechat.material.error.WechatMaterialException;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.CallReporter;
import io.github.camelwechat.material.internal.call.WechatInterface;
import io.github.camelwechat.material.internal.store.Store;
import io.github.camelwechat.material.internal.store.Stores;
import io.github.camelwechat.material.internal.token.TokenApi;
import io.github.camelwechat.material.internal.transport.FileReaders;
import io.github.camelwechat.material.internal.transport.HttpEngine;
import io.github.camelwechat.material.internal.transport.TransportSettings;
import io.github.camelwechat.material.internal.transport.WechatApi;
import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.WechatSimulatorBuilder;
import io.github.camelwechat.simulator.platform.Redirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** A platform, and a simulator by whose clock it lives: that stands still between two steps. */
final class OpenPlatform implements AutoCloseable {

    static final String APP_ID = "wxplatform";
    static final String SHOP = "wxshop";
    static final String OTHER_SHOP = "wxother";
    /** Further ones. */
    static final List<String> SHOPS = IntStream.range(0, 20).mapToObj(number -> "wxshop" + number).toList();
    static final String COMPONENT_TOKEN = "/cgi-bin/component/api_component_token";
    static final String QUERY_AUTH = "/cgi-bin/component/api_query_auth";
    static final String AUTHORIZER_TOKEN = "/cgi-bin/component/api_authorizer_token";
    static final String INFO = "/cgi-bin/component/api_get_authorizer_info";
    static final String LIST = "/cgi-bin/component/api_get_authorizer_list";

    private static final String SECRET = "planted-component-secret";
    static final PlatformIdentity IDENTITY = new PlatformIdentity(
            APP_ID, SECRET, "cameltoken", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFA");
    private static final long PATIENCE = 20;

    final WechatSimulator wechat = withShops(WechatSimulator.builder().app(SHOP, "s").app(OTHER_SHOP, "t"))
            .platform(APP_ID, SECRET).clock(Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC)).start();

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService storing = Executors.newSingleThreadExecutor();
    private final HttpEngine engine = HttpEngine.start(
            TransportSettings.direct(), Runnable::run, new FileReaders(Runnable::run, System::nanoTime));
    private final String secret;
    private URI url = URI.create(wechat.url());
    private Platform platform;

    OpenPlatform() {
        this(SECRET);
    }

    private static WechatSimulatorBuilder withShops(WechatSimulatorBuilder wechat) {
        SHOPS.forEach(appId -> wechat.app(appId, "u"));
        return wechat;
    }

    OpenPlatform(String secret) {
        this.secret = secret;
        this.platform = open(Stores.open("memory"));
    }

    private Platform open(Store store) {
        Duration minute = Duration.ofMinutes(1);
        WechatApi api = new WechatApi(
                engine, url, minute, minute, Set.of(secret, IDENTITY.token(), IDENTITY.secretKey()));
        PlatformIdentity identity = new PlatformIdentity(APP_ID, secret, IDENTITY.token(), IDENTITY.secretKey());
        return new Platform(
                identity,
                new TokenApi(api, timer, wechat.clock(), new CallReporter(List.of(), APP_ID, System::nanoTime), Runnable::run),
                store,
                storing, Duration.ofMinutes(10));
    }

    /** Closes the platform, and opens it again on a store. */
    void reopen(String store) {
        platform.close();
        reopen(Stores.open(store));
    }

    /** Opens the platform anew on a store; the one before is no longer used. */
    void reopen(Store store) {
        platform = open(store);
        platform.start();
    }

    /** Opens the platform anew, without a memory, for calls to a server that is not the simulator. */
    void reopenFor(URI server) {
        url = server;
        reopen("memory");
    }

    Platform platform() {
        return platform;
    }

    io.github.camelwechat.simulator.platform.Platform console() {
        return wechat.platform(APP_ID);
    }

    Instant now() {
        return wechat.clock().instant();
    }

    void forward(Duration time) {
        wechat.clock().forward(time);
    }

    /** Takes a new ticket, as its push tells it. */
    void takeTicket() {
        console().tickets().push();
        await(platform.accept(new PushEvent.Ticket(now(), Objects.requireNonNull(console().tickets().newest()))));
    }

    /** Lets an account authorize the platform, whose push arrives. */
    Redirect authorize(String appId) {
        forward(Duration.ofSeconds(1));
        Redirect redirect = console().merchants().authorize(appId);
        await(platform.accept(authorized(appId, redirect)));
        return redirect;
    }

    PushEvent.Authorized authorized(String appId, Redirect redirect) {
        return new PushEvent.Authorized("authorized", now(), appId, redirect.authCode(), null);
    }

    /** Lets an account withdraw its authorization, and the push arrive. */
    void withdraw(String appId) {
        // events of one second have no order
        forward(Duration.ofSeconds(1));
        console().merchants().withdraw(appId);
        await(platform.accept(new PushEvent.Unauthorized(now(), appId)));
    }

    /** Returns an access token of an account. */
    String token(String appId) {
        return await(platform.tokens(appId).get(WechatInterface.ADD_MATERIAL)).authorization().value();
    }

    /** Returns why there is no access token of an account. */
    WechatMaterialException failure(String appId) {
        Throwable thrown = catchThrowable(() -> token(appId));
        assertThat(thrown).isInstanceOf(AssertionError.class).hasCauseInstanceOf(WechatMaterialException.class);
        return (WechatMaterialException) thrown.getCause();
    }

    int calls(String path) {
        return wechat.journal().count(path);
    }

    static <T> T await(Call<T> call) {
        try {
            return call.toFuture().get(PATIENCE, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("The call has failed", e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("The call has not ended", e);
        }
    }

    @Override
    public void close() {
        platform.close();
        wechat.close();
        engine.close();
        timer.shutdownNow();
        storing.shutdownNow();
    }
}
