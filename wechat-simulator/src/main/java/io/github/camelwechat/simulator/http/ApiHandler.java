package io.github.camelwechat.simulator.http;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;

import io.github.camelwechat.simulator.answer.AnswerShape;
import io.github.camelwechat.simulator.api.Query;
import io.github.camelwechat.simulator.cloud.CloudHosting;
import io.github.camelwechat.simulator.fault.FaultPlan;
import io.github.camelwechat.simulator.fault.Faults;
import io.github.camelwechat.simulator.journal.Channel;
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
import org.jspecify.annotations.Nullable;

/** Takes requests to the API: into the journal, then to their {@link ServedRequest}. */
public final class ApiHandler extends Handler.Abstract.NonBlocking {

    private static final String SEQUENCE_ID = "x-openapi-seqid";

    private final Gateway gateway;
    private final Faults faults;
    private final Journal journal;
    private final AnswerShape shape;
    private final ScheduledExecutorService scheduler;
    private final @Nullable CloudHosting cloud;

    /**
     * Takes the requests of one port.
     *
     * @param cloud whose side channel the port is; null for the port of every client
     */
    public ApiHandler(Gateway gateway, Faults faults, Journal journal, AnswerShape shape,
                      ScheduledExecutorService scheduler, @Nullable CloudHosting cloud) {
        this.gateway = gateway;
        this.faults = faults;
        this.journal = journal;
        this.shape = shape;
        this.scheduler = scheduler;
        this.cloud = cloud;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Wire wire = new Wire(request, response, callback);
        Head head = headOf(request, cloud == null ? Channel.PUBLIC : cloud.channel());
        if (cloud != null && head.channel() == Channel.SIDE_PROCESS && cloud.sequenceIds()) {
            response.getHeaders().put(SEQUENCE_ID, UUID.randomUUID().toString());
        }
        Fields parameters = Request.extractQueryParameters(request);
        Query query = parameters::getValue;
        OpenEntry entry = journal.arrived(head);
        note(request, head, query, entry);
        FaultPlan plan = faults.plan(head.path());
        ServedRequest served = new ServedRequest(head, query, gateway, plan, entry, shape, scheduler, wire);
        served.begin(new BodyReader(request, served::body, served), head.contentLength() >= 0 && !isChunked(request));
        return true;
    }

    private void note(Request request, Head head, Query query, OpenEntry entry) {
        entry.appId(gateway.ownerOf(head, query));
        if (head.channel() != Channel.SIDE_PROCESS && query.value("from_appid") != null) {
            entry.warn("from_appid has no effect here: it is for the side channel of the cloud hosting");
        }
        if (request.getHeaders().contains(HttpHeader.EXPECT)) {
            entry.warn("Expect: " + request.getHeaders().get(HttpHeader.EXPECT)
                       + " is answered here; whether WeChat does is unknown");
        }
    }

    private static boolean isChunked(Request request) {
        return request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    private static Head headOf(Request request, Channel channel) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (HttpField field : request.getHeaders()) {
            headers.computeIfAbsent(field.getName(), name -> request.getHeaders().getValuesList(name));
        }
        long length = request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH);
        return new Head(
                channel, Request.getRemoteAddr(request), request.isSecure(), request.getMethod(),
                request.getHttpURI().getDecodedPath(),
                request.getHttpURI().getQuery(), Collections.unmodifiableMap(headers),
                length);
    }
}
