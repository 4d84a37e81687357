package io.github.camelwechat.simulator.control;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.camelwechat.simulator.push.Attempt;
import io.github.camelwechat.simulator.push.Push;

/** Pushes as the control API shows them. */
final class PushView {

    private PushView() {
    }

    static Map<String, Object> of(Push push) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("number", push.number());
        view.put("info_type", push.infoType());
        view.put("create_time", push.createTime().getEpochSecond());
        view.put("url", push.url());
        view.put("state", push.state().wireName());
        view.put("query", push.query());
        byte[] body = push.body();
        view.put("body", body == null ? null : new String(body, StandardCharsets.UTF_8));
        view.put("attempts", push.attempts().stream().map(PushView::attempt).toList());
        return view;
    }

    private static Map<String, Object> attempt(Attempt attempt) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("time", attempt.time());
        view.put("status", attempt.status());
        view.put("answer", attempt.answer());
        view.put("failure", attempt.failure());
        return view;
    }
}
