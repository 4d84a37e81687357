package io.github.camelwechat.jms;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;

/** Makes the reply to who waits for one: why there is no media_id. */
final class Refusal implements Processor {

    private final ObjectMapper json = new ObjectMapper();

    @Override
    public void process(Exchange exchange) throws JsonProcessingException {
        Failure failure = Failure.of(exchange);
        String name = exchange.getMessage().getHeader("file_name", String.class);
        exchange.getMessage().setBody(
                json.writeValueAsString(new Refused(name, failure.errcode(), failure.advice(), failure.reason())));
        Reply.address(exchange.getMessage());
    }

    private record Refused(@JsonProperty("file_name") @Nullable String fileName, @Nullable Integer errcode, String advice,
            String reason) {
    }
}
