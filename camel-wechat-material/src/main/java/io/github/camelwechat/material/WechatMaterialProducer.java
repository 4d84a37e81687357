package io.github.camelwechat.material;

import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.client.Outcome;
import io.github.camelwechat.material.internal.inflight.Slots;
import io.github.camelwechat.material.internal.operation.EndpointOptions;
import io.github.camelwechat.material.internal.operation.MessageMedia;
import io.github.camelwechat.material.internal.operation.Operation;
import io.github.camelwechat.material.internal.operation.OperationRun;
import io.github.camelwechat.material.internal.operation.Operations;
import io.github.camelwechat.material.internal.session.AccountSession;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.camel.support.ExchangeHelper;

/** Hands messages on to WeChat without waiting for the answers. */
class WechatMaterialProducer extends DefaultAsyncProducer {

    WechatMaterialProducer(WechatMaterialEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    public WechatMaterialEndpoint getEndpoint() {
        return (WechatMaterialEndpoint) super.getEndpoint();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        EndpointOptions options = getEndpoint().options();
        Operation operation = Operations.of(options.operation());
        AccountSession session;
        OperationRun run;
        try {
            operation = operation(options, exchange.getMessage());
            session = getEndpoint().session(exchange.getMessage());
            run = run(session, operation);
        } catch (Throwable e) {
            if (operation.isUpload()) {
                MessageMedia.close(exchange.getMessage());
            }
            return refused(exchange, callback, e);
        }
        Slots slots = session.bounds().slots();
        boolean slot = slots.tryTake(session.runtime().inflight().byWorker());
        Call<Outcome> call;
        try {
            call = begin(operation, exchange, options, run);
        } catch (Throwable e) {
            if (slot) {
                slots.giveBack();
            }
            run.refused(e);
            return refused(exchange, callback, e);
        }
        if (operation.isChanging()) {
            exchange.getExchangeExtension().addOnCompletion(new TrueOutcome(operation.constant(), call));
        }
        return session.runtime().inflight().begin(
                exchange, callback, call, session.bounds(), slot, ExchangeHelper.getRoute(exchange) != null);
    }

    Call<Outcome> begin(Operation operation, Exchange exchange, EndpointOptions options, OperationRun run) {
        return operation.begin(exchange, options, run);
    }

    /** Reads which operation is asked for. What an earlier one left must not pass for its result if it fails. */
    private static Operation operation(EndpointOptions options, Message message) {
        Operation asked;
        try {
            asked = options.operation(message);
        } catch (IllegalArgumentException e) {
            removeResults(Operations.of(WechatMaterialOperations.addMaterial), message);
            throw e;
        }
        options.requireAllowed(asked);
        removeResults(asked, message);
        return asked;
    }

    private static void removeResults(Operation operation, Message message) {
        operation.results().forEach(message::removeHeader);
    }

    private OperationRun run(AccountSession session, Operation operation) {
        return new OperationRun(
                session.client(), session.drafts(), session.preparer(), session.spoolFolder(),
                () -> getEndpoint().rewriter(session), session.deadline(), session.reporter(),
                operation.constant().name(), getEndpoint().account(session), session.reporter().nanoTime().getAsLong());
    }

    private static boolean refused(Exchange exchange, AsyncCallback callback, Throwable why) {
        exchange.setException(why);
        callback.done(true);
        return true;
    }
}
