package io.github.camelwechat.material.internal.transport;

import java.io.IOException;
import java.nio.ByteBuffer;

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
    A read(ResponseHead head);

    /** Nobody wants the answer any more: what was taken in is given up. */
    void discard();
}
