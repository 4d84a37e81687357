package io.github.camelwechat.benchmarks.soak;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.github.camelwechat.material.WechatMaterialOperations;

/** Compares what the component has said with what has happened. Not thread-safe. */
final class Verdict {

    private static final int SHOWN = 5;

    private final Map<Violation, Long> violations = new EnumMap<>(Violation.class);
    private final Map<CallEnd, Long> ends = new EnumMap<>(CallEnd.class);

    Verdict() {
        for (Violation violation : Violation.values()) {
            violations.put(violation, 0L);
        }
        for (CallEnd end : CallEnd.values()) {
            ends.put(end, 0L);
        }
    }

    Map<Violation, Long> violations() {
        return violations;
    }

    /** {@return how many calls have ended so} */
    long ended(CallEnd end) {
        return ends.getOrDefault(end, 0L);
    }

    void judge(Collection<Call> calls, Truth truth) {
        calls.forEach(call -> judge(call, truth));
    }

    private void judge(Call call, Truth truth) {
        CallEnd end = call.end();
        if (end == null) {
            found(Violation.NEVER_ENDED, call);
            return;
        }
        ends.merge(end, 1L, Long::sum);
        if (call.ends() > 1) {
            found(Violation.ENDED_TWICE, call);
        }
        if (end == CallEnd.FOREIGN) {
            found(Violation.FOREIGN_EXCEPTION, call);
        }
        if (call.isUpload()) {
            judgeUpload(call, end, truth.stored().getOrDefault(call.name(), List.of()));
        } else if (call.operation() == WechatMaterialOperations.delMaterial) {
            judgeDeletion(call, end, truth.kept().contains(call.name()));
        } else if (end == CallEnd.DONE && call.operation() == WechatMaterialOperations.getMaterial) {
            if (call.digest() == null || !call.contents().contains(call.digest())) {
                found(Violation.OTHER_CONTENT, call);
            }
        }
    }

    private void judgeUpload(Call call, CallEnd end, List<Truth.Stored> stored) {
        if (stored.size() > 1) {
            found(Violation.STORED_TWICE, call);
        }
        if (end == CallEnd.NOT_DONE && !stored.isEmpty()) {
            found(Violation.STORED_BUT_NOT_SENT, call);
        }
        if (end == CallEnd.DONE && !isStored(call, stored)) {
            found(Violation.OK_BUT_NOT_STORED, call);
        }
        if (!stored.stream().allMatch(material -> call.contents().contains(material.sha256()))) {
            found(Violation.OTHER_CONTENT, call);
        }
    }

    private static boolean isStored(Call call, List<Truth.Stored> stored) {
        // an answer of uploadImage has no id
        return call.operation() == WechatMaterialOperations.uploadImage
                ? !stored.isEmpty()
                : stored.stream().anyMatch(material -> material.mediaId().equals(call.mediaId()));
    }

    private void judgeDeletion(Call call, CallEnd end, boolean kept) {
        if (end == CallEnd.NOT_DONE && !kept) {
            found(Violation.STORED_BUT_NOT_SENT, call);
        }
        if (end == CallEnd.DONE && kept) {
            found(Violation.OK_BUT_NOT_STORED, call);
        }
    }

    private void found(Violation violation, Call call) {
        if (violations.merge(violation, 1L, Long::sum) <= SHOWN) {
            System.out.println(violation + ": " + call);
        }
    }
}
