package io.github.camelwechat.http;

import java.io.IOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Reads which picture is to be fetched. */
final class FetchRequest implements Processor {

    private static final String HOW = "Send {\"url\": \"https://...\"}.";

    private final ObjectMapper json = new ObjectMapper();
    private final FetchSteps steps;

    FetchRequest(FetchSteps steps) {
        this.steps = steps;
    }

    @Override
    public void process(Exchange exchange) throws RequestException {
        Message message = exchange.getMessage();
        String url = url(message.getBody(byte[].class));
        message.setBody(null);
        try {
            steps.begin(exchange, PictureAddress.parse(url));
        } catch (IllegalArgumentException e) {
            throw new RequestException(new Problem(400, String.valueOf(e.getMessage()), HOW), e);
        }
    }

    private String url(byte[] body) throws RequestException {
        JsonNode url = body == null ? json.missingNode() : parsed(body).path("url");
        if (!url.isTextual()) {
            throw new RequestException(new Problem(400, "The request has no text called url.", HOW));
        }
        return url.textValue();
    }

    private JsonNode parsed(byte[] body) throws RequestException {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw new RequestException(new Problem(400, "The request is no JSON.", HOW), e);
        }
    }
}
