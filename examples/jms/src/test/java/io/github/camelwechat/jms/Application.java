package io.github.camelwechat.jms;

import io.github.camelwechat.simulator.WechatSimulatorExtension;
import org.apache.camel.main.Main;

/** The routes with their application.properties, but for the addresses and the passwords. */
final class Application implements AutoCloseable {

    private final Main main = new Main();

    Application(String broker, String wechat) {
        main.configure().addRoutesBuilder(new UploadRoutes());
        set("camel.beans.broker.brokerURL", broker);
        set("camel.beans.broker.user", Clients.USER);
        set("camel.beans.broker.password", Clients.PASSWORD);
        set("camel.component.wechat-material.app-id", WechatSimulatorExtension.APP_ID);
        set("camel.component.wechat-material.secret", WechatSimulatorExtension.SECRET);
        set("camel.component.wechat-material.api-url", wechat);
        // it stops as soon as its consumers have looked for a message once more
        set("camel.component.jms.receive-timeout", "100");
    }

    Application set(String property, String value) {
        main.addOverrideProperty(property, value);
        return this;
    }

    Application start() {
        main.start();
        return this;
    }

    @Override
    public void close() {
        main.stop();
    }
}
