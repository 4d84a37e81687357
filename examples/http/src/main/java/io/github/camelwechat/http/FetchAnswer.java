package io.github.camelwechat.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

import io.github.camelwechat.material.WechatMaterialConstants;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Looks at what a host has answered: the picture, or that it is elsewhere. */
final class FetchAnswer implements Processor {

    private static final int OK = 200;
    private static final Set<Integer> ELSEWHERE = Set.of(301, 302, 303, 307, 308);

    private final FetchSteps steps;

    FetchAnswer(FetchSteps steps) {
        this.steps = steps;
    }

    @Override
    public void process(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        String location = message.getHeader("Location", String.class);
        if (status == OK) {
            String name = PictureName.of(message.getHeader("Content-Disposition", String.class), steps.address(exchange));
            message.removeHeaders("*");
            message.setHeader(WechatMaterialConstants.FILE_NAME, name);
            return;
        }
        InputStream body = message.getBody(InputStream.class);
        if (body != null) {
            body.close();
        }
        message.setBody(null);
        if (!ELSEWHERE.contains(status) || location == null) {
            throw new RequestException(
                    new Problem(
                            422, steps.address(exchange).host() + " answered " + status + " and no picture.",
                            "Look whether the address is right, and open to everybody."));
        }
        steps.follow(exchange, location);
    }
}
