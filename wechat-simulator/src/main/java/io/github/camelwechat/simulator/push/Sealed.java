package io.github.camelwechat.simulator.push;

import org.jspecify.annotations.Nullable;

/**
 * A push as it is sent.
 *
 * @param query    with the signatures
 * @param body     null for a GET
 * @param expected the answer that delivers it
 */
record Sealed(String query, @Nullable String body, String expected) {

    /** {@return the event in an envelope for the target} */
    static Sealed of(Target target, String message, long timestamp, String nonce, byte[] random) {
        String encrypted = new Envelope(target.key(), target.appId()).encrypt(message, random);
        String query = signed(target, timestamp, nonce) + "&encrypt_type=aes&msg_signature="
                       + Envelope.signature(target.token(), String.valueOf(timestamp), nonce, encrypted);
        String body = "<xml>\n  <AppId><![CDATA[" + target.appId() + "]]></AppId>\n  <Encrypt><![CDATA[" + encrypted
                      + "]]></Encrypt>\n</xml>";
        return new Sealed(query, body, "success");
    }

    /** {@return the question for an echo} */
    static Sealed echo(Target target, String echo, long timestamp, String nonce) {
        return new Sealed(signed(target, timestamp, nonce) + "&echostr=" + echo, null, echo);
    }

    private static String signed(Target target, long timestamp, String nonce) {
        return "signature=" + Envelope.signature(target.token(), String.valueOf(timestamp), nonce) + "&timestamp=" + timestamp
               + "&nonce=" + nonce;
    }

    /** Without the query and the body. */
    @Override
    public String toString() {
        return "Sealed";
    }
}
