package io.github.camelwechat.material.internal.client;

import java.io.IOException;
import java.nio.ByteBuffer;

import io.github.camelwechat.material.internal.media.Download;
import io.github.camelwechat.material.internal.transport.AnswerSpool;

/** Lets an answer run into a download. */
record DownloadSpool(Download download) implements AnswerSpool {

    @Override
    public void write(ByteBuffer bytes) throws IOException {
        download.write(bytes);
    }

    @Override
    public byte[] first(int most) throws IOException {
        return download.first(most);
    }

    @Override
    public int read(long position, byte[] target, int offset, int count) throws IOException {
        return download.read(position, target, offset, count);
    }

    @Override
    public long length() {
        return download.length();
    }

    @Override
    public void discard() {
        download.discard();
    }
}
