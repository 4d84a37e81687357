package io.github.camelwechat.simulator.multipart;

/** Is told of the parts of a form in the order in which they come. */
public interface PartListener {

    void partBegins(PartHeaders headers);

    /** Part of a part; the array is reused after the call. */
    void partBytes(byte[] bytes, int offset, int length);

    void partEnds();
}
