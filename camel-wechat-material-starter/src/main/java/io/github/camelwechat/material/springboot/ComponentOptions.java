package io.github.camelwechat.material.springboot;

import java.beans.PropertyDescriptor;
import java.time.Duration;
import java.util.Set;

import io.github.camelwechat.material.WechatMaterialAccount;
import io.github.camelwechat.material.WechatMaterialComponent;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.PropertyAccessorFactory;

/** The options of the application on their way into the component. Only those are copied that are set. */
final class ComponentOptions {

    private static final Set<String> NOT_COPIED = Set.of("class", PropertyKeys.ACCOUNTS, PropertyKeys.CONFIGURATION);

    private final WechatMaterialComponentConfiguration properties;
    private final Set<String> joinedNames;

    /**
     * @param properties  with placeholders resolved
     * @param joinedNames the accounts that a component bound by Spring Boot has besides
     */
    ComponentOptions(WechatMaterialComponentConfiguration properties, Set<String> joinedNames) {
        this.properties = properties;
        this.joinedNames = joinedNames;
    }

    void copyTo(WechatMaterialComponent component) {
        if (properties.getConfiguration() != null) {
            copy(properties.getConfiguration(), component.getConfiguration());
        }
        copy(properties, component.getConfiguration());
        copy(properties, component);
        component.getAccounts().keySet().removeAll(joinedNames);
        properties.getAccounts().forEach((name, account) -> component.getAccounts().put(name, account(account)));
    }

    private static WechatMaterialAccount account(WechatMaterialAccountProperties properties) {
        WechatMaterialAccount bean = properties.bean();
        if (bean != null) {
            return bean;
        }
        WechatMaterialAccount account = new WechatMaterialAccount();
        copy(properties, account);
        return account;
    }

    private static void copy(Object from, Object to) {
        BeanWrapper source = PropertyAccessorFactory.forBeanPropertyAccess(from);
        BeanWrapper target = PropertyAccessorFactory.forBeanPropertyAccess(to);
        for (PropertyDescriptor property : source.getPropertyDescriptors()) {
            String name = property.getName();
            if (NOT_COPIED.contains(name) || !target.isWritableProperty(name)) {
                continue;
            }
            Object value = source.getPropertyValue(name);
            if (value != null) {
                target.setPropertyValue(name, value instanceof Duration duration ? duration.toMillis() : value);
            }
        }
    }
}
