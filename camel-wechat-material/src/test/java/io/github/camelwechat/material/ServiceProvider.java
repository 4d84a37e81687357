package io.github.camelwechat.material;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.platform.Platform;
import io.github.camelwechat.simulator.platform.Redirect;
import io.github.camelwechat.simulator.push.Push;
import org.apache.camel.impl.DefaultCamelContext;

import static org.assertj.core.api.Assertions.assertThat;

/** A simulator with a platform, and a started context whose component serves it. */
final class ServiceProvider implements AutoCloseable {

    static final String PLATFORM = "my-platform";
    static final String APP_ID = "wxplatform";
    static final String SECRET = "planted-component-secret";
    static final String ANY_MERCHANT = "wechat-material:*?platform=" + PLATFORM + "&allowMerchantByHeader=true";
    static final String AUTHORIZER_TOKEN = "/cgi-bin/component/api_authorizer_token";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final WechatSimulator simulator;
    private final String store;
    private DefaultCamelContext context;
    private PushServer pushes;

    /** @param store of the platform */
    ServiceProvider(WechatSimulator simulator, String store) {
        this.simulator = simulator;
        this.store = store;
        start();
    }

    private void start() {
        WechatMaterialPlatform platform = new WechatMaterialPlatform();
        platform.setAppId(APP_ID);
        platform.setSecret(SECRET);
        platform.setToken(console().messageToken());
        platform.setSecretKey(console().encodingAesKey());
        platform.setApiUrl(simulator.url());
        platform.setStore(store);
        WechatMaterialComponent component = new WechatMaterialComponent();
        component.setPlatforms(Map.of(PLATFORM, platform));
        context = new DefaultCamelContext();
        context.addComponent("wechat-material", component);
        context.start();
        pushes = new PushServer(context, "wechat-material-platform:" + PLATFORM);
        console().callbackUrl(pushes.url());
    }

    /** Stops the context, and starts another one with the same store. */
    void restart() {
        pushes.close();
        context.stop();
        start();
    }

    DefaultCamelContext context() {
        return context;
    }

    Platform console() {
        return simulator.platform(APP_ID);
    }

    void pushTicket() {
        delivered(console().tickets().push());
    }

    void authorize(List<String> appIds) {
        List<Push> sent = appIds.stream().map(appId -> console().merchants().authorize(appId)).map(Redirect::push).toList();
        sent.forEach(ServiceProvider::delivered);
    }

    void withdraw(String appId) {
        delivered(console().merchants().withdraw(appId));
    }

    private static void delivered(Push push) {
        try {
            assertThat(push.awaitEnd(PATIENCE)).isEqualTo(Push.State.DELIVERED);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        pushes.close();
        context.stop();
    }
}
