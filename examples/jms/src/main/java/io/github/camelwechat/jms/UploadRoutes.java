package io.github.camelwechat.jms;

import io.github.camelwechat.material.error.WechatMaterialException;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;

/** From a queue into the material library: the part to copy. */
public class UploadRoutes extends RouteBuilder {

    @Override
    public void configure() {
        int maxDeliveries = Integer.parseInt(getContext().resolvePropertyPlaceholders("{{materials.max-deliveries}}"));

        // what is not to be tried again goes to the dead letters, in the transaction that takes it out of its queue
        onException(WechatMaterialException.class, IllegalArgumentException.class)
                .onWhen(new IsFinal(maxDeliveries))
                .handled(true)
                .logExhausted(false)
                .process(new DeadLetter())
                .to(ExchangePattern.InOnly, "jms:queue:materials.failed?forceSendOriginalMessage=true")
                .process(new Refusal());

        // all else is rolled back, and the broker delivers it again after a while
        onException(WechatMaterialException.class).logExhausted(false);

        from("jms:queue:materials?concurrentConsumers={{materials.consumers}}")
                .routeId("upload")
                // a byte[] can be read again as it is
                .streamCache("false")
                .process(new Arrival())
                // synchronous: what stands behind it runs in the message's own thread, and so in its transaction
                .to("wechat-material:default?synchronous=true")
                .process(new Result())
                // with JMSReplyTo the consumer sends the body as reply
                .filter(header("JMSReplyTo").isNull())
                .to(ExchangePattern.InOnly, "jms:queue:materials.done");
    }
}
