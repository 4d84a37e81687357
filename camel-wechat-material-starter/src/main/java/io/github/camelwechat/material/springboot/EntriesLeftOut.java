package io.github.camelwechat.material.springboot;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/** Leaves accounts and platforms to {@link EntryBinder}: Spring Boot would convert Camel's placeholders in them. */
final class EntriesLeftOut implements ConfigurationPropertiesBindHandlerAdvisor {

    @Override
    public BindHandler apply(BindHandler handler) {
        return new AbstractBindHandler(handler) {
            @Override
            public <T> @Nullable Bindable<T> onStart(
                    ConfigurationPropertyName name, Bindable<T> target, BindContext context) {
                return isLeftOut(name, target) ? null : super.onStart(name, target, context);
            }
        };
    }

    private static boolean isLeftOut(ConfigurationPropertyName name, Bindable<?> target) {
        return Stream.of(EntryKind.values()).anyMatch(kind -> name.equals(kind.propertyName())
                && target.getType().asMap().resolveGeneric(1) == kind.properties());
    }
}
