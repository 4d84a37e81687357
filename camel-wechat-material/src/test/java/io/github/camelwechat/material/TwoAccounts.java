package io.github.camelwechat.material;

import java.util.Map;

import io.github.camelwechat.simulator.WechatSimulator;
import org.apache.camel.CamelContext;

/** Two accounts of one simulator, brand-a and brand-b. */
final class TwoAccounts {

    static final String A = "wechat-material:brand-a";
    static final String B = "wechat-material:brand-b";
    static final String ADD_MATERIAL = "/cgi-bin/material/add_material";

    private TwoAccounts() {
    }

    static WechatSimulator simulator() {
        return WechatSimulator.builder().app("wxa", "secret-a").app("wxb", "secret-b").start();
    }

    static WechatMaterialComponent addTo(CamelContext context, WechatSimulator wechat, int maxConcurrentRequests) {
        return addTo(context, wechat, maxConcurrentRequests, new WechatMaterialComponent());
    }

    static WechatMaterialComponent addTo(
            CamelContext context, WechatSimulator wechat, int maxConcurrentRequests, WechatMaterialComponent component) {
        component.getConfiguration().setApiUrl(wechat.url());
        component.getConfiguration().setMaxConcurrentRequests(maxConcurrentRequests);
        component.setAccounts(Map.of("brand-a", account("wxa", "secret-a"), "brand-b", account("wxb", "secret-b")));
        context.addComponent("wechat-material", component);
        return component;
    }

    /** Returns brand-a, to be called by another name. */
    static WechatMaterialAccount account() {
        return account("wxa", "secret-a");
    }

    private static WechatMaterialAccount account(String appId, String secret) {
        WechatMaterialAccount account = new WechatMaterialAccount();
        account.setAppId(appId);
        account.setSecret(secret);
        return account;
    }
}
