package io.github.camelwechat.material.internal.transport;

import java.io.IOException;
import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

/**
 * Takes in one answer and makes something of it. {@link #discard()} may come from another thread than the rest, and at
 * any time.
 */
interface AnswerReader<A> {

    /** The next bytes; called on an I/O thread. */
    void consume(ByteBuffer bytes) throws IOException;

    /**
     * All bytes are in.
     *
     * @throws io.github.camelwechat.material.error.WechatMaterialException when the answer is none, or an error
     */
    A read(Head head);

    /** Nobody wants the answer any more: what was taken in is given up. */
    void discard();

    /**
     * Status and headers of an answer. They come from outside and are not to be trusted.
     *
     * @param status      the HTTP status
     * @param contentType the header, or null; WeChat's is often wrong
     * @param disposition the header Content-Disposition, its bytes read as ISO 8859-1, or null
     * @param relayed     whether the side process of WeChat's cloud hosting has marked it as WeChat's
     */
    record Head(int status, @Nullable String contentType, @Nullable String disposition, boolean relayed) {
    }
}
