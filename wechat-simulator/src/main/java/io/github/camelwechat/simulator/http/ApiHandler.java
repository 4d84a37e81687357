package io.github.camelwechat.simulator.http;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;

import io.github.camelwechat.simulator.answer.Answer;
import io.github.camelwechat.simulator.answer.AnswerShape;
import io.github.camelwechat.simulator.api.Interfaces;
import io.github.camelwechat.simulator.api.Query;
import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.fault.FaultPlan;
import io.github.camelwechat.simulator.fault.Faults;
import io.github.camelwechat.simulator.journal.Head;
import io.github.camelwechat.simulator.journal.Journal;
import io.github.camelwechat.simulator.journal.OpenEntry;
import io.github.camelwechat.simulator.token.Tokens;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/** Takes requests to the API: into the journal, past the front end's demand for a length, then to their exchange. */
public final class ApiHandler extends Handler.Abstract.NonBlocking {

    private final Interfaces interfaces;
    private final Tokens tokens;
    private final Faults faults;
    private final Journal journal;
    private final AnswerShape shape;
    private final ScheduledExecutorService scheduler;

    public ApiHandler(Interfaces interfaces, Tokens tokens, Faults faults, Journal journal, AnswerShape shape,
                      ScheduledExecutorService scheduler) {
        this.interfaces = interfaces;
        this.tokens = tokens;
        this.faults = faults;
        this.journal = journal;
        this.shape = shape;
        this.scheduler = scheduler;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Wire wire = new Wire(request, response, callback, scheduler);
        Head head = headOf(request);
        Fields parameters = Request.extractQueryParameters(request);
        Query query = parameters::getValue;
        OpenEntry entry = journal.arrived(head);
        note(request, query, entry);
        FaultPlan plan = faults.plan(head.path());
        if (plan.has(Fault.Kind.RESET_BEFORE_BODY)) {
            entry.unanswered(plan.fault().kind().wireName());
            wire.reset(plan.fault().kind().wireName());
            return true;
        }
        if ("POST".equals(head.method()) && (head.contentLength() < 0 || isChunked(request))) {
            entry.reason("a POST without Content-Length");
            entry.answered(412, 0);
            wire.answerAndClose(Answer.preconditionFailed());
            return true;
        }
        ApiExchange exchange = new ApiExchange(
                head, query, interfaces.at(head.path()), plan, entry, tokens, shape, scheduler, wire);
        new BodyReader(request, exchange::body, exchange).read();
        return true;
    }

    private void note(Request request, Query query, OpenEntry entry) {
        String token = query.value("access_token");
        entry.appId(token != null ? tokens.ownerOf(token) : query.value("appid"));
        if (request.getHeaders().contains(HttpHeader.EXPECT)) {
            entry.warn("Expect: " + request.getHeaders().get(HttpHeader.EXPECT)
                       + " is answered here; whether WeChat does is unknown");
        }
    }

    private static boolean isChunked(Request request) {
        return request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    private static Head headOf(Request request) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (HttpField field : request.getHeaders()) {
            headers.computeIfAbsent(field.getName(), name -> request.getHeaders().getValuesList(name));
        }
        long length = request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH);
        return new Head(
                request.getMethod(), request.getHttpURI().getDecodedPath(), request.getHttpURI().getQuery(), headers,
                length);
    }
}
