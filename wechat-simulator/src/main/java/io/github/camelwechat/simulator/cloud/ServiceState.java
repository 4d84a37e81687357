package io.github.camelwechat.simulator.cloud;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import io.github.camelwechat.simulator.journal.Channel;

/** The state of the open interface service, as the version in the container meets it. */
public enum ServiceState {
    /** the side process relays the requests of the side channel, and adds the credential */
    ON(Channel.SIDE_PROCESS),
    /** the requests of the side channel reach WeChat as they are: 41001 without a token, no {@code x-openapi-seqid} */
    OFF(Channel.PUBLIC),
    /** nobody takes the requests of the side channel: HTTP 404, an empty body, no {@code x-openapi-seqid} */
    MISSING(Channel.DEAD_END);

    private final Channel channel;

    ServiceState(Channel channel) {
        this.channel = channel;
    }

    /** {@return the way that requests of the side channel take} */
    Channel channel() {
        return channel;
    }

    /** {@return the name in the control API, for example {@code missing}} */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * {@return the state of that name in the control API}
     *
     * @param name for example {@code missing}
     */
    public static ServiceState named(String name) {
        return Arrays.stream(values()).filter(state -> state.wireName().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No service state '" + name + "'; there are " + names()));
    }

    private static String names() {
        return Arrays.stream(values()).map(ServiceState::wireName).collect(Collectors.joining(", "));
    }
}
