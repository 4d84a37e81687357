package io.github.camelwechat.ftp;

import java.io.EOFException;
import java.io.File;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Lets a fetched file pass if it is as long as the server's. A transfer that breaks off may look like one that has
 * ended, to the server too.
 */
final class WholeFile implements Processor {

    @Override
    public void process(Exchange exchange) throws EOFException {
        long expected = exchange.getMessage().getHeader(Exchange.FILE_LENGTH, Long.class);
        long came = exchange.getMessage().getBody(File.class).length();
        if (came != expected) {
            throw new EOFException(
                    exchange.getMessage().getHeader(Exchange.FILE_NAME) + ": " + came + " of " + expected
                                   + " bytes came; it stays on the server for the next poll");
        }
    }
}
