package io.github.camelwechat.simulator.http;

import java.util.Set;

import io.github.camelwechat.simulator.answer.ApiError;
import io.github.camelwechat.simulator.answer.Json;
import io.github.camelwechat.simulator.api.ApiCall;
import io.github.camelwechat.simulator.api.Credential;
import io.github.camelwechat.simulator.api.Interface;
import io.github.camelwechat.simulator.api.Interfaces;
import io.github.camelwechat.simulator.api.NoBody;
import io.github.camelwechat.simulator.api.Query;
import io.github.camelwechat.simulator.journal.Channel;
import io.github.camelwechat.simulator.journal.Head;
import io.github.camelwechat.simulator.rule.Switches;
import org.jspecify.annotations.Nullable;

/** What stands before every interface: checks 2 to 7 of the order, whatever the interface behind it does. */
public final class Gateway {

    private static final Set<Integer> OWN_ERRORS = Set.of(
            -1, 40001, 40014, 40066, 40164, 41001, 42001, 42006, 43001, 43002, 43003, 45009, 45011, 48001, 48004, 50001, 50002,
            85105, 85107, 85112, 85113);
    private static final int FIRST_OF_PLATFORMS = 61000;
    private static final int LAST_OF_PLATFORMS = 61024;

    private final Interfaces interfaces;
    private final Callers callers;
    private final Switches switches;

    public Gateway(Interfaces interfaces, Callers callers, Switches switches) {
        this.interfaces = interfaces;
        this.callers = callers;
        this.switches = switches;
    }

    /** {@return the call that takes the request's body; one that drops it if the request cannot be let in} */
    ApiCall open(Head head, Query query) {
        return interfaces.at(head.path()).filter(called -> called.method().equals(head.method()))
                .map(called -> called.opener().open(head, query)).orElseGet(() -> NoBody.answering(none -> Json.object()));
    }

    /**
     * {@return the AppID of the account or platform that the token belongs to, empty where none is needed; an
     * {@link ApiError} is thrown for a refusal}
     */
    String admit(Head head, Query query) {
        callers.requireRelay(head);
        Interface called = interfaces.at(head.path()).orElseThrow(() -> ApiError.gateway(40066));
        ApiError.requireAtGateway(
                head.secure() || head.channel() == Channel.SIDE_PROCESS || !switches.httpsRequired(), 43003);
        ApiError.requireAtGateway(called.method().equals(head.method()), "GET".equals(called.method()) ? 43001 : 43002);
        return switch (called.credential()) {
            // these know the caller only when they have read the body
            case ACCOUNT_SECRET, COMPONENT_SECRET -> "";
            case ACCESS_TOKEN -> callers.account(head, query, switches.whitelistScope());
            case COMPONENT_TOKEN -> callers.platform(head, query);
        };
    }

    /** {@return the refusal with that code in the shape that it has at that path} */
    ApiError refusal(String path, int errcode) {
        return mayHoldSecret(path) || OWN_ERRORS.contains(errcode)
                || (errcode >= FIRST_OF_PLATFORMS && errcode <= LAST_OF_PLATFORMS)
                        ? ApiError.gateway(errcode) : ApiError.behind(errcode);
    }

    /** {@return whether a request for that path may carry a secret in its body} */
    boolean mayHoldSecret(String path) {
        return interfaces.at(path).map(called -> called.credential() != Credential.ACCESS_TOKEN).orElse(true);
    }

    /** {@return whether JSON from that path may come as {@code text/plain} too} */
    boolean textPlain(String path) {
        return interfaces.at(path).map(Interface::textPlain).orElse(true);
    }

    /** {@return whose token or AppID a request carries, valid or not; null if unknown} */
    @Nullable
    String ownerOf(Head head, Query query) {
        return callers.ownerOf(head, query);
    }

    /** {@return how much later than others the request is to be answered} */
    long delayMillis(Query query) {
        return "video".equals(query.value("type")) ? switches.videoDelay().toMillis() : 0;
    }
}
