package io.github.camelwechat.ftp;

import java.io.EOFException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WholeFileTest {

    private final Exchange exchange = new DefaultCamelContext().getEndpoint("direct:file").createExchange();

    WholeFileTest(@TempDir Path folder) throws Exception {
        exchange.getMessage().setBody(Files.write(folder.resolve("a.png"), new byte[5]).toFile());
        exchange.getMessage().setHeader(Exchange.FILE_NAME, "a.png");
    }

    @Test
    void passesWhatIsAsLongAsTheServers() {
        exchange.getMessage().setHeader(Exchange.FILE_LENGTH, 5L);
        assertThatCode(() -> new WholeFile().process(exchange)).doesNotThrowAnyException();
    }

    @Test
    void stopsWhatBrokeOff() {
        exchange.getMessage().setHeader(Exchange.FILE_LENGTH, 6L);
        assertThatThrownBy(() -> new WholeFile().process(exchange)).isInstanceOf(EOFException.class)
                .hasMessage("a.png: 5 of 6 bytes came; it stays on the server for the next poll");
    }
}
