package io.github.camelwechat.material.springboot;

import java.beans.PropertyDescriptor;
import java.time.Duration;
import java.util.Set;

import io.github.camelwechat.material.WechatMaterialAccount;
import io.github.camelwechat.material.WechatMaterialComponent;
import org.apache.camel.CamelContext;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.PropertyAccessorFactory;

/** The options of the application on their way into the component. Only those are copied that are set. */
final class ComponentOptions {

    private static final Set<String> NOT_COPIED = Set.of("class", "accounts", "configuration");

    private final CamelContext camelContext;
    private final WechatMaterialComponentConfiguration properties;

    ComponentOptions(CamelContext camelContext, WechatMaterialComponentConfiguration properties) {
        this.camelContext = camelContext;
        this.properties = properties;
    }

    void copyTo(WechatMaterialComponent component) {
        if (properties.getConfiguration() != null) {
            copy(properties.getConfiguration(), component.getConfiguration());
        }
        copy(properties, component.getConfiguration());
        copy(properties, component);
        properties.getAccounts().forEach((name, account) -> component.getAccounts().put(name, account(account)));
    }

    private WechatMaterialAccount account(WechatMaterialAccountProperties properties) {
        if (properties.bean() != null) {
            return properties.bean();
        }
        WechatMaterialAccount account = new WechatMaterialAccount();
        copy(properties, account);
        return account;
    }

    private void copy(Object from, Object to) {
        BeanWrapper source = PropertyAccessorFactory.forBeanPropertyAccess(from);
        BeanWrapper target = PropertyAccessorFactory.forBeanPropertyAccess(to);
        for (PropertyDescriptor property : source.getPropertyDescriptors()) {
            String name = property.getName();
            if (NOT_COPIED.contains(name) || !target.isWritableProperty(name)) {
                continue;
            }
            Object value = source.getPropertyValue(name);
            if (value != null) {
                target.setPropertyValue(name, converted(value));
            }
        }
    }

    private Object converted(Object value) {
        if (value instanceof Duration duration) {
            return duration.toMillis();
        }
        return value instanceof String text ? camelContext.resolvePropertyPlaceholders(text) : value;
    }
}
