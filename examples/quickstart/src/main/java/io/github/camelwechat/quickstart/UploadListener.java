package io.github.camelwechat.quickstart;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import io.github.camelwechat.material.WechatMaterialConstants;
import io.github.camelwechat.material.error.InvalidMaterialException;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeCompletedEvent;
import org.apache.camel.spi.CamelEvent.ExchangeEvent;
import org.apache.camel.spi.CamelEvent.ExchangeFailedEvent;
import org.apache.camel.support.EventNotifierSupport;

/** Reads off every exchange that has come to its end, its file moved, what became of the file. */
class UploadListener extends EventNotifierSupport {

    private static final List<String> VOICES = List.of("mp3", "wma", "wav", "amr");

    private final Progress progress;

    UploadListener(Progress progress) {
        this.progress = progress;
    }

    @Override
    public boolean isEnabled(CamelEvent event) {
        return event instanceof ExchangeCompletedEvent || event instanceof ExchangeFailedEvent;
    }

    @Override
    public void notify(CamelEvent event) {
        Exchange exchange = ((ExchangeEvent) event).getExchange();
        GenericFile<?> file = exchange.getProperty(Exchange.FILE_EXCHANGE_FILE, GenericFile.class);
        if (file != null) {
            int total = exchange.getProperty(Exchange.BATCH_SIZE, 1, Integer.class);
            progress.add(upload(exchange, Path.of(file.getEndpointPath()), file.getRelativeFilePath()), total);
        }
    }

    private static Upload upload(Exchange exchange, Path folder, String name) {
        // a failure that the route has handled is where Camel keeps what was caught
        Exception failure = exchange.getException() != null
                ? exchange.getException() : exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        Verdict verdict = Verdict.of(failure);
        String asked = exchange.getMessage().getHeader(WechatMaterialConstants.TYPE, String.class);
        return new Upload(
                name.replace('\\', '/'), asked == null ? type(name) : asked,
                exchange.getMessage().getHeader(WechatMaterialConstants.MEDIA_ID, String.class),
                exchange.getMessage().getHeader(WechatMaterialConstants.URL, String.class),
                failure == null ? null : reason(failure),
                wentTo(folder.resolve(name), verdict),
                verdict);
    }

    private static String reason(Exception failure) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        if (failure instanceof InvalidMaterialException invalid && invalid.getFileName() != null) {
            message = message.replace(invalid.getFileName() + ": ", "");
        }
        return message.replaceAll("\\s+", " ");
    }

    private static String wentTo(Path file, Verdict verdict) {
        if (verdict == Verdict.FAILED) {
            return "stayed";
        }
        String expected = verdict == Verdict.STORED ? ".done" : ".failed";
        return Files.exists(file.resolveSibling(expected).resolve(file.getFileName())) ? expected : "not moved";
    }

    private static String type(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return VOICES.contains(extension) ? "voice" : extension.equals("mp4") ? "video" : "image";
    }
}
