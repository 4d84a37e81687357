package io.github.camelwechat.docs;

import io.github.camelwechat.material.WechatMaterialComponent;
import io.github.camelwechat.simulator.WechatSimulatorExtension;
import org.apache.camel.CamelContext;

/** The simulator's account wxdemo, as the default account of a component. */
final class DemoAccount {

    private DemoAccount() {
    }

    /** Adds the component to a context. */
    static WechatMaterialComponent addTo(CamelContext context, WechatSimulatorExtension wechat) {
        WechatMaterialComponent component = new WechatMaterialComponent();
        component.getConfiguration().setAppId("wxdemo");
        component.getConfiguration().setSecret("secret");
        component.getConfiguration().setApiUrl(wechat.url());
        context.addComponent("wechat-material", component);
        return component;
    }
}
