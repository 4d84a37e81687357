package io.github.camelwechat.material.internal.transport;

/** What a request does, if it is carried out: that decides what to do where nobody knows whether it was. */
public enum Effect {

    /** It reads, or gives a token. */
    NONE("It changes nothing, so it may be sent again"),
    /** It stores or deletes something; twice is not the same as once. */
    CHANGE("Look whether it was done before you send it again");

    private final String wayOut;

    Effect(String wayOut) {
        this.wayOut = wayOut;
    }

    /** {@return what to do after an unknown outcome, as a sentence without a full stop} */
    String wayOut() {
        return wayOut;
    }
}
