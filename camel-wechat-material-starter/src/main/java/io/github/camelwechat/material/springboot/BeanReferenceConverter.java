package io.github.camelwechat.material.springboot;

import java.util.Set;

import io.github.camelwechat.material.WechatMaterialAccount;
import io.github.camelwechat.material.WechatMaterialConfiguration;
import io.github.camelwechat.material.WechatMaterialPlatform;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;

/** Finds the bean that a property refers to as {@code #bean:name} or {@code #name}. */
final class BeanReferenceConverter implements GenericConverter {

    private static final String BEAN = "#bean:";

    private final ApplicationContext beans;

    BeanReferenceConverter(ApplicationContext beans) {
        this.beans = beans;
    }

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Set.of(
                new ConvertiblePair(String.class, SSLContextParameters.class),
                new ConvertiblePair(String.class, WechatMaterialConfiguration.class),
                new ConvertiblePair(String.class, WechatMaterialAccountProperties.class),
                new ConvertiblePair(String.class, WechatMaterialPlatformProperties.class));
    }

    @Override
    public @Nullable Object convert(@Nullable Object source, TypeDescriptor sourceType, TypeDescriptor targetType) {
        String reference = String.valueOf(source);
        if (!reference.startsWith("#")) {
            return null;
        }
        String name = reference.substring(reference.startsWith(BEAN) ? BEAN.length() : 1);
        if (targetType.getType() == WechatMaterialAccountProperties.class) {
            return WechatMaterialAccountProperties.of(beans.getBean(name, WechatMaterialAccount.class));
        }
        if (targetType.getType() == WechatMaterialPlatformProperties.class) {
            return WechatMaterialPlatformProperties.of(beans.getBean(name, WechatMaterialPlatform.class));
        }
        return beans.getBean(name, targetType.getType());
    }
}
