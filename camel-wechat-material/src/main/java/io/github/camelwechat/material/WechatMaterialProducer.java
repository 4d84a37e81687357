package io.github.camelwechat.material;

import java.io.InputStream;
import java.util.function.Supplier;

import io.github.camelwechat.material.internal.media.MediaRequest;
import io.github.camelwechat.material.internal.operation.AddMaterialRequest;
import io.github.camelwechat.material.internal.operation.BatchGetMaterialRequest;
import io.github.camelwechat.material.internal.operation.Running;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.camel.util.IOHelper;

/** Hands messages on to WeChat without waiting for the answers. */
class WechatMaterialProducer extends DefaultAsyncProducer {

    private final RequestReader reader;

    WechatMaterialProducer(WechatMaterialEndpoint endpoint) {
        super(endpoint);
        this.reader = new RequestReader(
                endpoint.getConfiguration(), endpoint.isValidate(), endpoint.isAllowDeleteByHeader());
    }

    @Override
    public WechatMaterialEndpoint getEndpoint() {
        return (WechatMaterialEndpoint) super.getEndpoint();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        WechatMaterialOperations operation = getEndpoint().getConfiguration().getOperation();
        WechatMaterialEndpoint.Opened opened;
        Supplier<Running> starter;
        try {
            operation = reader.operation(exchange.getMessage());
            reader.removeOldResults(operation, exchange.getMessage());
            opened = getEndpoint().opened();
            starter = starter(operation, opened.account().operations(), exchange);
        } catch (Throwable e) {
            if (operation.isUpload()) {
                closeBody(exchange.getMessage());
            }
            return refused(exchange, callback, e);
        }
        Slots slots = opened.account().slots();
        boolean slot = slots.tryTake(opened.runtime().flights().byWorker());
        Running running;
        try {
            running = starter.get();
        } catch (Throwable e) {
            if (slot) {
                slots.giveBack();
            }
            return refused(exchange, callback, e);
        }
        if (operation.isChanging()) {
            exchange.getExchangeExtension().addOnCompletion(new TrueOutcome(operation, running.outcome()));
        }
        return opened.runtime().flights().begin(exchange, callback, running, opened.account(), slot);
    }

    /** Nobody else closes a stream that is not read: S3's, with autocloseBody=false, would hold its connection. */
    private static void closeBody(Message message) {
        if (message.getBody() instanceof InputStream stream && !(stream instanceof StreamCache)) {
            IOHelper.close(stream);
        }
    }

    private static boolean refused(Exchange exchange, AsyncCallback callback, Throwable why) {
        exchange.setException(why);
        callback.done(true);
        return true;
    }

    /** Reads what the exchange asks for; the rest is done when there may be a slot. */
    private Supplier<Running> starter(WechatMaterialOperations operation, AccountOperations operations, Exchange exchange) {
        return switch (operation) {
            case addMaterial -> {
                AddMaterialRequest request = reader.addMaterial(exchange);
                yield () -> operations.addMaterial().start(request);
            }
            case uploadImage -> {
                MediaRequest request = reader.uploadImage(exchange);
                yield () -> operations.uploadImage().start(request);
            }
            case getMaterial -> {
                String mediaId = reader.mediaId(operation, exchange.getMessage());
                yield () -> operations.getMaterial().start(mediaId);
            }
            case delMaterial -> {
                String mediaId = reader.mediaId(operation, exchange.getMessage());
                yield () -> operations.delMaterial().start(mediaId);
            }
            case getMaterialCount -> operations.getMaterialCount()::start;
            case batchGetMaterial -> {
                BatchGetMaterialRequest request = reader.batchGetMaterial(exchange.getMessage());
                yield () -> operations.batchGetMaterial().start(request);
            }
        };
    }
}
