package io.github.camelwechat.material.springboot;

import java.beans.PropertyDescriptor;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import io.github.camelwechat.material.WechatMaterialAccount;
import io.github.camelwechat.material.WechatMaterialComponent;
import io.github.camelwechat.material.WechatMaterialPlatform;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.PropertyAccessorFactory;

/** The options of the application on their way into the component. Only those are copied that are set. */
final class ComponentOptions {

    private static final Set<String> NOT_COPIED = Set.of("class", "accounts", "platforms", PropertyKeys.CONFIGURATION);

    private final WechatMaterialComponentConfiguration properties;
    private final Set<EntryName> joinedNames;

    /**
     * @param properties  with placeholders resolved
     * @param joinedNames the entries that a component bound by Spring Boot has besides
     */
    ComponentOptions(WechatMaterialComponentConfiguration properties, Set<EntryName> joinedNames) {
        this.properties = properties;
        this.joinedNames = joinedNames;
    }

    void copyTo(WechatMaterialComponent component) {
        if (properties.getConfiguration() != null) {
            copy(properties.getConfiguration(), component.getConfiguration());
        }
        copy(properties, component.getConfiguration());
        copy(properties, component);
        for (EntryName joined : joinedNames) {
            map(component, joined.kind()).remove(joined.name());
        }
        properties.getAccounts().forEach((name, account) -> component.getAccounts().put(name, account(account)));
        properties.getPlatforms().forEach((name, platform) -> component.getPlatforms().put(name, platform(platform)));
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

    private static WechatMaterialPlatform platform(WechatMaterialPlatformProperties properties) {
        WechatMaterialPlatform bean = properties.bean();
        if (bean != null) {
            return bean;
        }
        WechatMaterialPlatform platform = new WechatMaterialPlatform();
        copy(properties, platform);
        return platform;
    }

    private static Map<String, ?> map(WechatMaterialComponent component, EntryKind kind) {
        return switch (kind) {
            case ACCOUNT -> component.getAccounts();
            case PLATFORM -> component.getPlatforms();
        };
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
