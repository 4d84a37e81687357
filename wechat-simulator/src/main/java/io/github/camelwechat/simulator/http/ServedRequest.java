package io.github.camelwechat.simulator.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.github.camelwechat.simulator.answer.Answer;
import io.github.camelwechat.simulator.answer.AnswerShape;
import io.github.camelwechat.simulator.answer.ApiError;
import io.github.camelwechat.simulator.api.ApiCall;
import io.github.camelwechat.simulator.api.Query;
import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.fault.FaultPlan;
import io.github.camelwechat.simulator.journal.Channel;
import io.github.camelwechat.simulator.journal.Head;
import io.github.camelwechat.simulator.journal.OpenEntry;
import io.github.camelwechat.simulator.journal.RequestEnd;

/**
 * One request to the API on its way: planned faults, the gateway, the interface, the answer.
 */
final class ServedRequest implements BodyReader.End {

    private final Head head;
    private final Query query;
    private final Gateway gateway;
    private final FaultPlan plan;
    private final OpenEntry entry;
    private final AnswerShape shape;
    private final ScheduledExecutorService scheduler;
    private final Wire wire;
    private final ApiCall call;
    private long received;

    ServedRequest(Head head, Query query, Gateway gateway, FaultPlan plan, OpenEntry entry, AnswerShape shape,
                  ScheduledExecutorService scheduler, Wire wire) {
        this.head = head;
        this.query = query;
        this.gateway = gateway;
        this.plan = plan;
        this.entry = entry;
        this.shape = shape;
        this.scheduler = scheduler;
        this.wire = wire;
        this.call = gateway.open(head, query);
    }

    /** Goes on with the body, unless the head is enough. */
    void begin(BodyReader body, boolean hasLength) {
        if (plan.has(Fault.Kind.RESET_BEFORE_BODY)) {
            later(() -> reset(RequestEnd.RESET_BEFORE_BODY));
        } else if ("POST".equals(head.method()) && !hasLength) {
            closeCall();
            entry.reason("a POST without Content-Length");
            answer(Answer.preconditionFailed(), wire::answerAndClose);
        } else {
            body.read();
        }
    }

    /** Takes the next bytes of the body. */
    boolean body(ByteBuffer bytes) throws IOException {
        received += bytes.remaining();
        if (plan.has(Fault.Kind.RESET_AMID_BODY) && received >= plan.value()) {
            return false;
        }
        return call.body(bytes);
    }

    @Override
    public void complete() {
        end(wire::answer);
    }

    @Override
    public void enough() {
        end(wire::answerAndClose);
    }

    @Override
    public void failed(Throwable cause) {
        closeCall();
        entry.reason(String.valueOf(cause));
        entry.unanswered(RequestEnd.CLIENT_WENT_AWAY);
        wire.abandon();
    }

    private void end(Consumer<Answer> write) {
        call.bodyEnds(entry);
        if (plan.has(Fault.Kind.RESET_AMID_BODY)) {
            later(() -> reset(RequestEnd.RESET_AMID_BODY));
            return;
        }
        if (plan.has(Fault.Kind.RESET_AFTER_BODY)) {
            later(() -> reset(RequestEnd.RESET_AFTER_BODY));
            return;
        }
        if (!gateway.mayHoldSecret(head.path())) {
            entry.requestBody(call.text());
        }
        Answer answer = Mangler.mangle(answer(), plan.fault());
        later(() -> write(answer, write));
    }

    /** The call has been carried out: all that can still fail is the way of its answer. */
    private void write(Answer answer, Consumer<Answer> write) {
        if (plan.has(Fault.Kind.ANSWER_LOST)) {
            reset(RequestEnd.ANSWER_LOST);
        } else if (plan.has(Fault.Kind.CLOSE_WITHOUT_ANSWER)) {
            entry.unanswered(RequestEnd.CLOSE_WITHOUT_ANSWER);
            wire.close();
        } else if (plan.has(Fault.Kind.ANSWER_CUT)) {
            entry.unanswered(RequestEnd.ANSWER_CUT);
            wire.cut(answer, plan.value());
        } else {
            answer(answer, write);
        }
    }

    private void answer(Answer answer, Consumer<Answer> write) {
        entry.answered(answer);
        write.accept(answer);
    }

    private Answer answer() {
        if (head.channel() == Channel.DEAD_END) {
            entry.reason("the side process is missing");
            return Answer.deadEnd();
        }
        if (plan.fault() != null) {
            entry.reason("fault on command: " + plan.name());
        }
        if (plan.has(Fault.Kind.STATUS)) {
            return Answer.status((int) plan.value());
        }
        if (plan.has(Fault.Kind.GATEWAY_ERROR)) {
            return Answer.gatewayError(UUID.randomUUID().toString());
        }
        boolean textPlain = gateway.textPlain(head.path());
        try {
            if (plan.has(Fault.Kind.ERRCODE)) {
                throw gateway.refusal(head.path(), (int) plan.value());
            }
            String appId = gateway.admit(head, query);
            return shape.success(call.answer(appId, entry), textPlain);
        } catch (ApiError e) {
            return shape.failure(e, textPlain);
        } catch (IOException | RuntimeException e) {
            entry.reason("the simulator itself failed: " + e);
            return shape.failure(ApiError.gateway(-1), textPlain);
        }
    }

    private void reset(RequestEnd how) {
        entry.unanswered(how);
        wire.reset(how.wireName());
    }

    /** Goes on after the delay and behind the gates, on a thread that did not wait for it. */
    private void later(Runnable end) {
        closeCall();
        Runnable throughGates = () -> plan.passGates(end);
        long delay = plan.delayMillis() + gateway.delayMillis(query);
        if (delay > 0) {
            scheduler.schedule(throughGates, delay, TimeUnit.MILLISECONDS);
        } else {
            throughGates.run();
        }
    }

    private void closeCall() {
        try {
            call.close();
        } catch (IOException e) {
            entry.warn("the simulator could not delete a temporary file: " + e);
        }
    }
}
