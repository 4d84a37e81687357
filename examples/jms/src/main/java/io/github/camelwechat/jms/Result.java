package io.github.camelwechat.jms;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;

/** Makes the message that tells of an upload. */
final class Result implements Processor {

    private final ObjectMapper json = new ObjectMapper();

    @Override
    public void process(Exchange exchange) throws JsonProcessingException {
        Message message = exchange.getMessage();
        Stored stored = Stored.of(message);
        Told told = new Told(stored.mediaId(), stored.url(), message.getHeader("file_name", String.class));
        message.setBody(json.writeValueAsString(told));
        Reply.address(message);
    }

    private record Told(@JsonProperty("media_id") String mediaId, @Nullable String url,
            @JsonProperty("file_name") @Nullable String fileName) {
    }
}
