package io.github.camelwechat.material;

import java.util.concurrent.Executor;

import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.Promise;
import io.github.camelwechat.material.internal.client.Outcome;
import io.github.camelwechat.material.internal.operation.EndpointOptions;
import io.github.camelwechat.material.internal.operation.Operation;
import io.github.camelwechat.material.internal.operation.OperationRun;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;

/** The component with one more asynchronous stage before each call and one after it, as a store would have them. */
class HoppingComponent extends WechatMaterialComponent {

    private final Executor elsewhere;

    HoppingComponent(Executor elsewhere) {
        this.elsewhere = elsewhere;
    }

    private <T> Call<T> hop(T result) {
        Promise<T> hop = new Promise<>((self, why) -> self.fail(new IllegalStateException(why)));
        elsewhere.execute(() -> hop.complete(result));
        return hop;
    }

    @Override
    WechatMaterialEndpoint newEndpoint(String uri, String account, WechatMaterialConfiguration options) {
        return new WechatMaterialEndpoint(uri, this, account, options) {
            @Override
            public Producer createProducer() {
                return new WechatMaterialProducer(this) {
                    @Override
                    Call<Outcome> begin(
                            Operation operation, Exchange exchange, EndpointOptions options, OperationRun run) {
                        return hop("before").then(arrived -> super.begin(operation, exchange, options, run))
                                .then(HoppingComponent.this::hop);
                    }
                };
            }
        };
    }
}
