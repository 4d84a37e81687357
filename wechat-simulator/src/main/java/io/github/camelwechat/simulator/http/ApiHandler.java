package io.github.camelwechat.simulator.http;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;

import io.github.camelwechat.simulator.answer.AnswerShape;
import io.github.camelwechat.simulator.api.Query;
import io.github.camelwechat.simulator.fault.FaultPlan;
import io.github.camelwechat.simulator.fault.Faults;
import io.github.camelwechat.simulator.journal.Head;
import io.github.camelwechat.simulator.journal.Journal;
import io.github.camelwechat.simulator.journal.OpenEntry;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/** Takes requests to the API: into the journal, then to their {@link ServedRequest}. */
public final class ApiHandler extends Handler.Abstract.NonBlocking {

    private final Gateway gateway;
    private final Faults faults;
    private final Journal journal;
    private final AnswerShape shape;
    private final ScheduledExecutorService scheduler;

    public ApiHandler(Gateway gateway, Faults faults, Journal journal, AnswerShape shape,
                      ScheduledExecutorService scheduler) {
        this.gateway = gateway;
        this.faults = faults;
        this.journal = journal;
        this.shape = shape;
        this.scheduler = scheduler;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Wire wire = new Wire(request, response, callback);
        Head head = headOf(request);
        Fields parameters = Request.extractQueryParameters(request);
        Query query = parameters::getValue;
        OpenEntry entry = journal.arrived(head);
        note(request, query, entry);
        FaultPlan plan = faults.plan(head.path());
        ServedRequest served = new ServedRequest(head, query, gateway, plan, entry, shape, scheduler, wire);
        served.begin(new BodyReader(request, served::body, served), head.contentLength() >= 0 && !isChunked(request));
        return true;
    }

    private void note(Request request, Query query, OpenEntry entry) {
        entry.appId(gateway.ownerOf(query));
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
                Request.getRemoteAddr(request), request.isSecure(), request.getMethod(), request.getHttpURI().getDecodedPath(),
                request.getHttpURI().getQuery(), Collections.unmodifiableMap(headers),
                length);
    }
}
