package io.github.camelwechat.material.internal.platform;

/** Reason for the refusal of a push. Later constants are of later checks. */
public enum Refusal {

    /** The request is neither a check of the address nor a push. */
    METHOD(403, "the HTTP method is neither GET nor POST"),
    /** The query lacks a parameter, has one twice, or one with characters that WeChat does not use. */
    QUERY(403, "the query does not have each parameter of WeChat's once"),
    /** The body has been taken apart by the server, or would be: WeChat sends neither forms nor files. */
    FORM(403, "the body is a form"),
    /** The body is over the limit. No more of it was read. */
    BODY_TOO_LARGE(413, "the body has more than " + PushReader.MAX_BODY_BYTES + " bytes"),
    /** The body ended in an error. */
    BODY_UNREADABLE(403, "the body could not be read to its end"),
    /** The body is no XML with one field {@code Encrypt}. */
    BODY(403, "the body is not the XML of a push"),
    /** The signature is another one. */
    SIGNATURE(403, "the signature does not match; compare the option token with WeChat's console"),
    /** No key makes a message of the cipher text. */
    CIPHER_TEXT(403, "no key decrypts it; compare the option secretKey with WeChat's console"),
    /** The message is for another platform. */
    FOREIGN_APP_ID(403, "it is for another AppID; compare the option appId with WeChat's console"),
    /** The message is no XML of an event, or lacks a field of its kind of event. */
    MESSAGE(403, "its message is not the XML of an event with all fields"),
    /** The event is older than the limit. */
    TOO_OLD(403, "its CreateTime is longer ago than pushMaxAge; it is a repetition, or the clock of this machine is fast"),
    /** The event is from the future. */
    TOO_EARLY(403, "its CreateTime is more than " + PushReader.MAX_AHEAD.toMinutes()
                   + " minutes ahead; the clock of this machine is slow");

    private final int status;
    private final String text;

    Refusal(int status, String text) {
        this.status = status;
        this.text = text;
    }

    /** Returns the HTTP status of the answer: 413 for a body over the limit, else 403. */
    public int status() {
        return status;
    }

    /** Returns the reason as the end of a sentence for the log. It holds nothing of the push. */
    public String text() {
        return text;
    }
}
