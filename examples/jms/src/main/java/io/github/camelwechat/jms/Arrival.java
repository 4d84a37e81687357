package io.github.camelwechat.jms;

import java.util.Map;

import jakarta.jms.BytesMessage;

import io.github.camelwechat.material.WechatMaterialConstants;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.jms.JmsMessage;

/** Reads the properties of a message that say what its body is: Camel's own headers do not cross JMS. */
final class Arrival implements Processor {

    private static final Map<String, String> HEADERS = Map.of(
            "file_name", Exchange.FILE_NAME,
            "type", WechatMaterialConstants.TYPE,
            "title", WechatMaterialConstants.TITLE,
            "introduction", WechatMaterialConstants.INTRODUCTION);

    @Override
    public void process(Exchange exchange) {
        if (!(exchange.getIn(JmsMessage.class).getJmsMessage() instanceof BytesMessage)) {
            // and an ObjectMessage is not even read: that would run code of its sender's choice
            throw new IllegalArgumentException("Material comes as BytesMessage, this is another kind of message.");
        }
        Message message = exchange.getMessage();
        HEADERS.forEach((property, header) -> {
            String value = message.getHeader(property, String.class);
            if (value != null) {
                message.setHeader(header, value);
            }
        });
    }
}
