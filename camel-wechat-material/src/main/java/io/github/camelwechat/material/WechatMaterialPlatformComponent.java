package io.github.camelwechat.material;

import java.util.Map;

import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultComponent;
import org.jspecify.annotations.Nullable;

/**
 * Makes the third-party platforms of a {@link WechatMaterialComponent} available as
 * {@code wechat-material-platform:platform}: their pushes, and what they do besides material.
 */
@Component("wechat-material-platform")
public class WechatMaterialPlatformComponent extends DefaultComponent {

    private static final String DEFAULT = "wechat-material";

    @Metadata(label = "advanced")
    private @Nullable WechatMaterialComponent materialComponent;

    public WechatMaterialPlatformComponent() {
    }

    public WechatMaterialPlatformComponent(CamelContext context) {
        super(context);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        parameters.keySet().forEach(AccountResolver::refuseNested);
        WechatMaterialComponent component = material();
        WechatMaterialPlatformEndpoint endpoint = new WechatMaterialPlatformEndpoint(
                uri, this, remaining, component, component.platformSettings(remaining));
        setProperties(endpoint, parameters);
        endpoint.checkOptions();
        return endpoint;
    }

    private WechatMaterialComponent material() {
        return materialComponent != null
                ? materialComponent
                : getCamelContext().getComponent(DEFAULT, WechatMaterialComponent.class);
    }

    public @Nullable WechatMaterialComponent getMaterialComponent() {
        return materialComponent;
    }

    /**
     * The component that the platforms are configured on. By default it is the one named wechat-material.
     */
    public void setMaterialComponent(@Nullable WechatMaterialComponent materialComponent) {
        this.materialComponent = materialComponent;
    }
}
