package io.github.camelwechat.material;

import java.util.function.Supplier;

import io.github.camelwechat.material.operation.AddMaterialRequest;
import io.github.camelwechat.material.operation.Running;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;

/** Hands messages on to WeChat without waiting for the answers. */
class WechatMaterialProducer extends DefaultAsyncProducer {

    private final RequestReader reader;

    WechatMaterialProducer(WechatMaterialEndpoint endpoint) {
        super(endpoint);
        this.reader = new RequestReader(endpoint.getConfiguration(), endpoint.isValidate());
    }

    @Override
    public WechatMaterialEndpoint getEndpoint() {
        return (WechatMaterialEndpoint) super.getEndpoint();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        WechatMaterialEndpoint.Opened opened = null;
        boolean slot = false;
        Running running;
        try {
            // what an earlier upload left must not pass for the result of this one if it fails
            exchange.getMessage().removeHeader(WechatMaterialConstants.MEDIA_ID);
            exchange.getMessage().removeHeader(WechatMaterialConstants.URL);
            opened = getEndpoint().opened();
            OpenAccount account = opened.account();
            Supplier<Running> operation = switch (reader.operation(exchange.getMessage())) {
                case addMaterial -> {
                    AddMaterialRequest request = reader.read(exchange);
                    yield () -> account.addMaterial().start(request);
                }
            };
            slot = account.slots().tryTake(opened.runtime().flights().byWorker());
            running = operation.get();
        } catch (Throwable e) {
            if (slot) {
                opened.account().slots().giveBack();
            }
            exchange.setException(e);
            callback.done(true);
            return true;
        }
        return opened.runtime().flights().begin(exchange, callback, running, opened.account(), slot);
    }
}
