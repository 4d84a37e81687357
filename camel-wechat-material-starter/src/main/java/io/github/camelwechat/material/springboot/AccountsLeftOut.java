package io.github.camelwechat.material.springboot;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/** Leaves the accounts to {@link AccountBinder}: Spring Boot would convert Camel's placeholders in them. */
final class AccountsLeftOut implements ConfigurationPropertiesBindHandlerAdvisor {

    @Override
    public BindHandler apply(BindHandler handler) {
        return new AbstractBindHandler(handler) {
            @Override
            public <T> @Nullable Bindable<T> onStart(
                    ConfigurationPropertyName name, Bindable<T> target, BindContext context) {
                return name.equals(AccountBinder.ACCOUNTS) && isAccounts(target) ? null : super.onStart(name, target, context);
            }
        };
    }

    private static boolean isAccounts(Bindable<?> target) {
        return target.getType().asMap().resolveGeneric(1) == WechatMaterialAccountProperties.class;
    }
}
