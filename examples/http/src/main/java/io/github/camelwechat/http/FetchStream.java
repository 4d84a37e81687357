package io.github.camelwechat.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.apache.hc.client5.http.classic.ExecRuntime;

/**
 * A picture as it comes. Closed before its end, it gives the connection up: HTTP client would read on to the end, of
 * whatever length, to keep the connection.
 */
final class FetchStream extends FilterInputStream {

    private final ExecRuntime connection;
    private final Fetch fetch;
    private final FetchFailures failures;
    private boolean ended;

    FetchStream(InputStream content, ExecRuntime connection, Fetch fetch, FetchFailures failures) {
        super(content);
        this.connection = connection;
        this.fetch = fetch;
        this.failures = failures;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (ended) {
            return -1;
        }
        try {
            int read = in.read(bytes, from, length);
            if (read < 0) {
                ended = true;
                fetch.end();
            }
            return read;
        } catch (IOException e) {
            throw failures.of(e);
        }
    }

    @Override
    public void close() throws IOException {
        fetch.end();
        if (!ended) {
            ended = true;
            connection.discardEndpoint();
        }
        in.close();
    }
}
