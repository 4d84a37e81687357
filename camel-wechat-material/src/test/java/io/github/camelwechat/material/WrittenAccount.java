package io.github.camelwechat.material;

import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.camel.CamelContext;
import org.apache.camel.support.PropertyBindingSupport;

/** An account of the component, written as the options of a URI. */
public final class WrittenAccount {

    private WrittenAccount() {
    }

    /** {@return the account, for example of {@code credentials=cloud&fromAppId=wx2}} */
    public static WechatMaterialAccount of(CamelContext context, String options) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String option : options.split("&", -1)) {
            values.put(option.substring(0, option.indexOf('=')), option.substring(option.indexOf('=') + 1));
        }
        WechatMaterialAccount account = new WechatMaterialAccount();
        new PropertyBindingSupport.Builder().withReference(false).withRemoveParameters(true)
                .bind(context, account, values);
        if (!values.isEmpty()) {
            throw new IllegalArgumentException("Not options of an account: " + values.keySet());
        }
        return account;
    }
}
