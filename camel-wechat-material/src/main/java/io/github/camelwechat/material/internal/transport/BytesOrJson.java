package io.github.camelwechat.material.internal.transport;

import org.jspecify.annotations.Nullable;

/** The answer of an interface that gives a file, or JSON about what is no file. */
public sealed interface BytesOrJson<S extends AnswerSpool> {

    /** Gives up what is held, when nobody wants it. */
    void discard();

    /**
     * A file.
     *
     * @param spool       its bytes; whoever takes this owns them
     * @param contentType as the answer says, without secrets: not to be trusted; null for none
     * @param disposition as above, its bytes read as ISO 8859-1
     */
    record Bytes<S extends AnswerSpool>(S spool, @Nullable String contentType, @Nullable String disposition)
            implements
                BytesOrJson<S> {

        @Override
        public void discard() {
            spool.discard();
        }
    }

    /** A JSON object, which is no error. */
    record Json<S extends AnswerSpool>(JsonAnswer json) implements BytesOrJson<S> {

        @Override
        public void discard() {
            // goes with this object
        }
    }
}
