package io.github.camelwechat.material.dsl;

import io.github.camelwechat.material.WechatMaterialOperations;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

import static io.github.camelwechat.material.dsl.StaticEndpointBuilders.wechatMaterial;
import static io.github.camelwechat.material.dsl.StaticEndpointBuilders.wechatMaterialPlatform;

/** An operation of each scheme. */
public class OperationRoutes extends EndpointRouteBuilder {

    @Override
    public void configure() {
        from(direct("count"))
                .to(wechatMaterial("default").operation(WechatMaterialOperations.getMaterialCount));

        from(direct("merchants"))
                .to(wechatMaterialPlatform("my-platform").operation("getAuthorizerList"));
    }
}
