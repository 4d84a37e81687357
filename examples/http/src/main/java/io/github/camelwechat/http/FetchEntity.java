package io.github.camelwechat.http;

import java.io.IOException;
import java.io.InputStream;

import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** What a server has answered with, to be read through another stream. */
final class FetchEntity extends HttpEntityWrapper {

    private final InputStream content;

    FetchEntity(HttpEntity answered, InputStream content) {
        super(answered);
        this.content = content;
    }

    @Override
    public InputStream getContent() {
        return content;
    }

    @Override
    public boolean isStreaming() {
        return true;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
