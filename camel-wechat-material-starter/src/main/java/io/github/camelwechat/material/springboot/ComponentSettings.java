package io.github.camelwechat.material.springboot;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * The options, read once: when all beans are there that a property may refer to, and at the latest for the first
 * component. So an error shows at the start, also where only a message needs the component.
 */
final class ComponentSettings implements SmartInitializingSingleton {

    private final PropertyReader reader;
    private final WechatMaterialComponentConfiguration properties;
    private @Nullable ComponentOptions options;

    ComponentSettings(PropertyReader reader, WechatMaterialComponentConfiguration properties) {
        this.reader = reader;
        this.properties = properties;
    }

    @Override
    public void afterSingletonsInstantiated() {
        options();
    }

    synchronized ComponentOptions options() {
        if (options == null) {
            options = reader.read(properties);
        }
        return options;
    }
}
