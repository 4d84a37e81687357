package io.github.camelwechat.material;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.github.camelwechat.material.internal.client.DraftClient;
import io.github.camelwechat.material.internal.client.InterfaceCalls;
import io.github.camelwechat.material.internal.client.MaterialClient;
import io.github.camelwechat.material.internal.inflight.Bounds;
import io.github.camelwechat.material.internal.session.AccountSession;
import io.github.camelwechat.material.internal.session.AccountSettings;
import io.github.camelwechat.material.internal.transport.FileReaders;
import io.github.camelwechat.material.internal.transport.HttpEngine;
import io.github.camelwechat.material.internal.transport.TransportSettings;
import io.github.camelwechat.material.internal.transport.WechatApi;

/**
 * The component with one bound for all names of an account, each of which is an owner. The names share a session, so
 * the limit of the workers is that of one bound.
 */
final class OneBoundComponent extends WechatMaterialComponent implements AutoCloseable {

    private final Bounds bounds;
    private final Map<String, AccountSession> owners = new ConcurrentHashMap<>();
    private final ExecutorService dnsExecutor = Executors.newSingleThreadExecutor();
    private final HttpEngine engine = HttpEngine.start(
            TransportSettings.direct(), dnsExecutor, new FileReaders(dnsExecutor, System::nanoTime));

    OneBoundComponent(int permits) {
        this.bounds = Bounds.of(permits);
    }

    @Override
    WechatMaterialEndpoint newEndpoint(String uri, String account, WechatMaterialConfiguration options) {
        return new WechatMaterialEndpoint(uri, this, account, options) {
            @Override
            AccountSession session() {
                AccountSession shared = super.session();
                return owners.computeIfAbsent(account, name -> ofAnotherOwner(shared));
            }
        };
    }

    int owners() {
        return owners.size();
    }

    private AccountSession ofAnotherOwner(AccountSession shared) {
        Bounds owned = bounds.forAnotherOwner();
        AccountSettings settings = (AccountSettings) shared.settings();
        WechatApi api = new WechatApi(
                engine, settings.apiUrl(), settings.connectTimeout(), settings.responseTimeout(),
                settings.credentials().secrets());
        InterfaceCalls calls = new InterfaceCalls(api, shared.tokens(), owned.permits(), shared.reporter());
        return new AccountSession(
                settings, owned, shared.tokens(),
                new MaterialClient(calls), new DraftClient(calls), shared.preparer(),
                shared.spoolFolder(), shared.deadline(), shared.reporter(), shared.runtime());
    }

    @Override
    public void close() {
        engine.close();
        dnsExecutor.shutdownNow();
    }
}
