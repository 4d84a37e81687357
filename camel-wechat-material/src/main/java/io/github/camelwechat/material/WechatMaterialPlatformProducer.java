package io.github.camelwechat.material;

import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.client.Outcome;
import io.github.camelwechat.material.internal.inflight.Bounds;
import io.github.camelwechat.material.internal.inflight.InflightExchanges;
import io.github.camelwechat.material.internal.operation.PlatformOperation;
import io.github.camelwechat.material.internal.session.PlatformSession;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.camel.support.ExchangeHelper;

/**
 * Hands messages on to a platform without waiting for WeChat or the store. A refused push is answered on the calling
 * thread, before anything is queued.
 */
class WechatMaterialPlatformProducer extends DefaultAsyncProducer {

    private final PlatformOperation operation;

    WechatMaterialPlatformProducer(WechatMaterialPlatformEndpoint endpoint) {
        super(endpoint);
        this.operation = PlatformOperation.of(endpoint.options());
    }

    @Override
    public WechatMaterialPlatformEndpoint getEndpoint() {
        return (WechatMaterialPlatformEndpoint) super.getEndpoint();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        PlatformSession session;
        Call<Outcome> call;
        try {
            session = getEndpoint().session();
            call = operation.begin(exchange, session.platform(), session.deadline());
        } catch (Throwable e) {
            operation.notBegun(exchange);
            exchange.setException(e);
            callback.done(true);
            return true;
        }
        Bounds bounds = session.operationBounds();
        InflightExchanges<Outcome> inflight = session.runtime().inflight();
        // one that has ended needs none: the calling thread takes it on
        boolean slot = !call.isEnded() && bounds.slots().tryTake(inflight.byWorker());
        return inflight.begin(exchange, callback, call, bounds, slot, ExchangeHelper.getRoute(exchange) != null);
    }
}
