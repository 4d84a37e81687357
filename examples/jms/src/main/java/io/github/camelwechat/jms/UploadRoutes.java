package io.github.camelwechat.jms;

import io.github.camelwechat.material.error.WechatMaterialException;
import org.apache.camel.builder.RouteBuilder;

/** From a queue into the material library: the part to copy. */
public class UploadRoutes extends RouteBuilder {

    @Override
    public void configure() {
        MaxDeliveries maxDeliveries = new MaxDeliveries(
                Integer.parseInt(getContext().resolvePropertyPlaceholders("{{materials.max-deliveries}}")));
        Outcomes outcomes = new Outcomes(maxDeliveries);

        // what is not to be tried again goes to the dead letters, in the transaction that takes it out of its queue
        onException(WechatMaterialException.class, IllegalArgumentException.class, RecalledException.class)
                .onWhen(new IsFinal(maxDeliveries))
                .handled(true)
                .logExhausted(false)
                .process(outcomes::rememberFailure)
                .process(new DeadLetter())
                .to("jms:queue:materials.failed?forceSendOriginalMessage=true")
                // a reply that cannot be sent takes the dead letter back with it
                .filter(exchange -> Reply.isWanted(exchange) && outcomes.mayBeTold(exchange))
                .process(new Refusal())
                // to JMSReplyTo
                .to("jms:queue:replies");

        // all else is rolled back, and the broker delivers it again after a while
        onException(WechatMaterialException.class).logExhausted(false);

        // disableReplyTo: replies are steps of the route
        from("jms:queue:materials?concurrentConsumers={{materials.consumers}}&disableReplyTo=true")
                .routeId("upload")
                // a byte[] can be read again as it is
                .streamCache("false")
                .process(outcomes::recall)
                .process(new Arrival())
                .filter(outcomes::isNew)
                // synchronous: what stands behind it runs in the message's own thread, and so in its transaction
                .to("wechat-material:default?synchronous=true")
                .process(outcomes::rememberStored)
                .end()
                // to JMSReplyTo instead, if there is one
                .process(new Result())
                .to("jms:queue:materials.done");
    }
}
