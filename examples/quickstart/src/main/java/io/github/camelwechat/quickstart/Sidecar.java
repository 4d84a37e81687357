package io.github.camelwechat.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelwechat.material.WechatMaterialConstants;
import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.InvalidMaterialException.Reason;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.support.SynchronizationAdapter;
import org.jspecify.annotations.Nullable;

/** Takes title and introduction of a video from the JSON file beside it, which then moves where the video moves. */
class Sidecar implements Processor {

    private final ObjectMapper json = new ObjectMapper();

    @Override
    public void process(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        String video = message.getHeader(Exchange.FILE_PATH, String.class);
        Path sidecar = Path.of(video.replaceFirst("(?i)[.]mp4$", ".json"));
        if (sidecar.equals(Path.of(video)) || !Files.isRegularFile(sidecar)) {
            return;
        }
        exchange.getExchangeExtension().addOnCompletion(new Move(sidecar));
        JsonNode about = read(sidecar);
        set(message, WechatMaterialConstants.TITLE, about.path("title"));
        set(message, WechatMaterialConstants.INTRODUCTION, about.path("introduction"));
    }

    private JsonNode read(Path sidecar) throws IOException {
        try {
            JsonNode about = json.readTree(sidecar.toFile());
            if (about.isObject()) {
                return about;
            }
            throw broken(sidecar, "holds no object", null);
        } catch (JsonProcessingException e) {
            throw broken(sidecar, "is broken in line " + e.getLocation().getLineNr(), e);
        }
    }

    private static InvalidMaterialException broken(Path sidecar, String what, @Nullable Exception cause) {
        String name = sidecar.getFileName().toString();
        return new InvalidMaterialException(
                Reason.FORMAT, name + " " + what + "; correct it to {\"title\": \"…\", \"introduction\": \"…\"}", name, cause);
    }

    private static void set(Message message, String header, JsonNode value) {
        if (value.isTextual()) {
            message.setHeader(header, value.textValue());
        }
    }

    /** Moves the description where the option {@code move} of the route has moved the video. */
    private static final class Move extends SynchronizationAdapter {

        private final Path sidecar;

        Move(Path sidecar) {
            this.sidecar = sidecar;
        }

        /**
         * After the video: its folder is there then. Camel gives up a move whose folder somebody else is just creating.
         */
        @Override
        public int getOrder() {
            return LOWEST;
        }

        @Override
        public void onComplete(Exchange exchange) {
            Path folder = sidecar.resolveSibling(exchange.getProperty("folder", String.class));
            try {
                Files.move(sidecar, folder.resolve(sidecar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new IllegalStateException("Cannot move " + sidecar + " into " + folder, e);
            }
        }
    }
}
