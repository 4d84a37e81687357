package io.github.camelwechat.simulator.control;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.fault.FaultRule;

/** Faults as commands give them, and their rules as the control API shows them. */
final class FaultFields {

    private FaultFields() {
    }

    /** {@return the fault that the fields {@code fault} and {@code value} name} */
    static Fault fault(Command command) {
        Fault.Kind kind = Fault.Kind.named(command.text("fault"));
        long value = command.number("value", 0);
        return switch (kind) {
            case DELAY -> Fault.delay(Duration.ofMillis(value));
            case ERRCODE -> Fault.errcode(small(value));
            case STATUS -> Fault.status(small(value));
            case GATEWAY_ERROR -> Fault.gatewayError();
            case RESET_BEFORE_BODY -> Fault.resetBeforeBody();
            case RESET_AMID_BODY -> Fault.resetAmidBody(value);
            case RESET_AFTER_BODY -> Fault.resetAfterBody();
            case ANSWER_LOST -> Fault.answerLost();
            case CLOSE_WITHOUT_ANSWER -> Fault.closeWithoutAnswer();
            case ANSWER_CUT -> Fault.answerCut(value);
            case GARBAGE -> Fault.garbage();
            case CONTROL_CHARACTERS -> Fault.controlCharacters();
            case TEXT_PLAIN -> Fault.textPlain();
        };
    }

    private static int small(long value) {
        if ((int) value != value) {
            throw new IllegalArgumentException("'value' is too large: " + value);
        }
        return (int) value;
    }

    static Map<String, Object> view(FaultRule rule) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("path", rule.path());
        view.put("fault", rule.fault().kind().wireName());
        view.put("value", rule.fault().value());
        view.put("first", rule.first());
        view.put("last", rule.last() == Long.MAX_VALUE ? null : rule.last());
        view.put("seen", rule.seen());
        return view;
    }
}
