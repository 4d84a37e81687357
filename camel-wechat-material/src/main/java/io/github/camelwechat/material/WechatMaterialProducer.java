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
        OpenAccount account = getEndpoint().openAccount();
        Flights flights = getEndpoint().flights();
        boolean slot = false;
        Running running;
        try {
            // what an earlier upload left must not pass for the result of this one if it fails
            exchange.getMessage().removeHeader(WechatMaterialConstants.MEDIA_ID);
            exchange.getMessage().removeHeader(WechatMaterialConstants.URL);
            Supplier<Running> operation = switch (reader.operation(exchange.getMessage())) {
                case addMaterial -> {
                    AddMaterialRequest request = reader.read(exchange);
                    yield () -> account.addMaterial().start(request);
                }
            };
            slot = account.slots().tryTake(flights.byWorker());
            running = operation.get();
        } catch (Throwable e) {
            if (slot) {
                account.slots().giveBack();
            }
            exchange.setException(e);
            callback.done(true);
            return true;
        }
        return flights.begin(exchange, callback, running, account, slot);
    }
}
