package io.github.camelwechat.material;

import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.platform.PushEvent;
import io.github.camelwechat.material.internal.session.PlatformSession;
import io.github.camelwechat.simulator.platform.Platform;

/** A platform of a component, told by a simulator's one what WeChat would push. */
final class PushedPlatform {

    static final String QUERY_AUTH = "/cgi-bin/component/api_query_auth";
    static final String AUTHORIZER_TOKEN = "/cgi-bin/component/api_authorizer_token";

    private static final long PATIENCE = 30;

    private final WechatMaterialComponent component;
    private final String name;
    private final Platform console;

    PushedPlatform(WechatMaterialComponent component, String name, Platform console) {
        this.component = component;
        this.name = name;
        this.console = console;
    }

    PlatformSession session() {
        return component.runtime().platform(component.platformSettings(name));
    }

    Platform console() {
        return console;
    }

    void takeTicket() {
        console.tickets().push();
        accept(new PushEvent.Ticket(Instant.now(), Objects.requireNonNull(console.tickets().newest())));
    }

    void authorize(String appId) {
        accept(new PushEvent.Authorized(
                "authorized", Instant.now(), appId, console.merchants().authorize(appId).authCode(), null));
    }

    /** Events of one second have no order, so this one comes from the next. */
    void withdraw(String appId) {
        console.merchants().withdraw(appId);
        accept(new PushEvent.Unauthorized(Instant.now().plusSeconds(1), appId));
    }

    void accept(PushEvent event) {
        Call<PushEvent> stored = session().platform().accept(event);
        try {
            stored.toFuture().get(PATIENCE, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
