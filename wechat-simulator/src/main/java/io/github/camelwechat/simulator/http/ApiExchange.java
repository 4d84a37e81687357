package io.github.camelwechat.simulator.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.camelwechat.simulator.answer.Answer;
import io.github.camelwechat.simulator.answer.AnswerShape;
import io.github.camelwechat.simulator.answer.ApiError;
import io.github.camelwechat.simulator.answer.ErrorTexts;
import io.github.camelwechat.simulator.answer.Json;
import io.github.camelwechat.simulator.api.ApiCall;
import io.github.camelwechat.simulator.api.Interface;
import io.github.camelwechat.simulator.api.NoBody;
import io.github.camelwechat.simulator.api.Query;
import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.fault.FaultPlan;
import io.github.camelwechat.simulator.fault.Gate;
import io.github.camelwechat.simulator.journal.Head;
import io.github.camelwechat.simulator.journal.OpenEntry;
import io.github.camelwechat.simulator.token.Tokens;

/**
 * One request to the API on its way: planned faults, the gateway's checks in their order, the interface, the answer.
 */
final class ApiExchange implements BodyReader.End {

    private final Head head;
    private final Query query;
    private final Interface called;
    private final FaultPlan plan;
    private final OpenEntry entry;
    private final Tokens tokens;
    private final AnswerShape shape;
    private final ScheduledExecutorService scheduler;
    private final Wire wire;
    private final ApiCall call;
    private long received;

    ApiExchange(Head head, Query query, Interface called, FaultPlan plan, OpenEntry entry, Tokens tokens,
                AnswerShape shape, ScheduledExecutorService scheduler, Wire wire) {
        this.head = head;
        this.query = query;
        this.called = called;
        this.plan = plan;
        this.entry = entry;
        this.tokens = tokens;
        this.shape = shape;
        this.scheduler = scheduler;
        this.wire = wire;
        this.call = called != null && called.method().equals(head.method())
                ? called.opener().open(head, query) : NoBody.answering(none -> Json.object());
    }

    /** Takes the next bytes of the body. */
    boolean body(ByteBuffer bytes) throws IOException {
        received += bytes.remaining();
        if (plan.has(Fault.Kind.RESET_AMID_BODY) && received >= plan.fault().value()) {
            return false;
        }
        return call.body(bytes);
    }

    @Override
    public void complete() {
        call.bodyEnds(entry);
        if (plan.has(Fault.Kind.RESET_AMID_BODY) || plan.has(Fault.Kind.RESET_AFTER_BODY)) {
            later(this::reset);
            return;
        }
        Answer answer = answer();
        later(plan.has(Fault.Kind.ANSWER_LOST) ? this::reset : () -> {
            entry.answered(answer.status(), answer.errcode());
            wire.answer(answer);
        });
    }

    @Override
    public void enough() {
        call.bodyEnds(entry);
        if (plan.has(Fault.Kind.RESET_AMID_BODY)) {
            closeCall();
            reset();
            return;
        }
        Answer answer = answer();
        later(() -> {
            entry.answered(answer.status(), answer.errcode());
            wire.answerAndClose(answer);
        });
    }

    @Override
    public void failed(Throwable cause) {
        closeCall();
        entry.reason(String.valueOf(cause));
        entry.unanswered("client went away");
        wire.abandon();
    }

    private Answer answer() {
        if (plan.has(Fault.Kind.STATUS)) {
            entry.reason("fault on command");
            return Answer.html((int) plan.fault().value());
        }
        try {
            if (plan.has(Fault.Kind.ERRCODE)) {
                entry.reason("fault on command");
                throw planned((int) plan.fault().value());
            }
            String appId = gateway();
            return shape.success(call.answer(appId, entry), textPlain());
        } catch (ApiError e) {
            return shape.failure(e, textPlain());
        } catch (IOException | RuntimeException e) {
            entry.reason("the simulator itself failed: " + e);
            return shape.failure(ApiError.gateway(-1, ErrorTexts.of(-1)), textPlain());
        }
    }

    private boolean textPlain() {
        return called == null || called.textPlain();
    }

    /** Checks 2 to 5 of the order. */
    private String gateway() {
        if (called == null) {
            throw ApiError.gateway(40066, ErrorTexts.of(40066));
        }
        if (!called.method().equals(head.method())) {
            int errcode = "GET".equals(called.method()) ? 43001 : 43002;
            throw ApiError.gateway(errcode, ErrorTexts.of(errcode));
        }
        if (!called.needsToken()) {
            return null;
        }
        return tokens.check(query.value("access_token"));
    }

    private static ApiError planned(int errcode) {
        boolean gateway = errcode < 40002 || errcode == 40014 || errcode == 42001 || errcode / 1000 == 48
                || errcode == 45009 || errcode == 45011;
        return gateway ? ApiError.gateway(errcode, ErrorTexts.of(errcode)) : ApiError.behind(errcode);
    }

    private void reset() {
        String how = plan.fault().kind().wireName();
        entry.unanswered(how);
        wire.reset(how);
    }

    /** Goes on after the delay and behind the gates, on a thread that did not wait for it. */
    private void later(Runnable end) {
        closeCall();
        Iterator<Gate> gates = plan.gates().iterator();
        Runnable throughGates = () -> pass(gates, end);
        if (plan.delayMillis() > 0) {
            scheduler.schedule(throughGates, plan.delayMillis(), TimeUnit.MILLISECONDS);
        } else {
            throughGates.run();
        }
    }

    private static void pass(Iterator<Gate> gates, Runnable end) {
        if (gates.hasNext()) {
            gates.next().pass(() -> pass(gates, end));
        } else {
            end.run();
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
