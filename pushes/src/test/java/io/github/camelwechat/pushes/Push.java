package io.github.camelwechat.pushes;

import java.util.Arrays;
import java.util.Base64;

import me.chanjar.weixin.common.util.crypto.SHA1;

/** A push as WeChat sends it. */
record Push(String timestamp, String nonce, String signature, String encrypt) {

    static Push signed(String timestamp, String nonce, String encrypt) {
        return new Push(timestamp, nonce, SHA1.gen(PushServer.TOKEN, timestamp, nonce, encrypt), encrypt);
    }

    String query() {
        return "signature=92ae57937da35a27f5d0b74f31e7368688f5c504&timestamp=" + timestamp + "&nonce=" + nonce
               + "&encrypt_type=aes&msg_signature=" + signature;
    }

    String body() {
        return "<xml>\n    <AppId><![CDATA[" + PushServer.APP_ID + "]]></AppId>\n    <Encrypt><![CDATA[" + encrypt
               + "]]></Encrypt>\n</xml>\n";
    }

    /** {@return the same push, without the last block of its cipher text, with a signature of its own} */
    Push cut() {
        byte[] cipherText = Base64.getDecoder().decode(encrypt);
        return signed(
                timestamp, nonce,
                Base64.getEncoder().encodeToString(Arrays.copyOf(cipherText, cipherText.length - 16)));
    }

    /** {@return the same push, with timestamp and nonce in each other's place: the signature is the same} */
    Push swapped() {
        return new Push(nonce, timestamp, signature, encrypt);
    }
}
