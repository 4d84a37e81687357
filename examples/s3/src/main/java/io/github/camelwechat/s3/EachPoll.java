package io.github.camelwechat.s3;

import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;

/** Tells when a poll begins. */
final class EachPoll extends DefaultPollingConsumerPollStrategy {

    private final InProgress inProgress;

    EachPoll(InProgress inProgress) {
        this.inProgress = inProgress;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        inProgress.beginPoll();
        return true;
    }
}
