package io.github.camelwechat.material;

/** Health checks of the component that count as readiness. */
public enum WechatMaterialReadiness {

    /** One check of the component, which is down if all accounts in use are down. */
    component,
    /** The check of each account. */
    account
}
