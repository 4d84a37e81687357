package io.github.camelwechat.material.internal.article;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

import io.github.camelwechat.material.error.InvalidMaterialException.Reason;
import io.github.camelwechat.material.error.WechatMaterialException;
import org.jspecify.annotations.Nullable;

/** Text of a body. */
public final class ArticleText {

    /** Eight articles of a megabyte each, with room for the JSON around them. */
    static final int MAX_BYTES = 10 << 20;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private ArticleText() {
    }

    /**
     * Reads a stream to its end, which stays open.
     *
     * @param  charset                 of the text; null for the one of its byte order mark, or UTF-8
     * @throws WechatMaterialException if it cannot be read, is longer than 10 MB, or is no text of that charset
     */
    public static String read(InputStream stream, @Nullable Charset charset) {
        byte[] bytes;
        try {
            bytes = stream.readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            throw new WechatMaterialException(
                    "The article could not be read from its stream (" + e.getClass().getSimpleName()
                                              + ").",
                    e);
        }
        if (bytes.length > MAX_BYTES) {
            throw ArticleErrors.because(
                    Reason.SIZE, "The body is longer than 10 MB, the most that is read of articles: WeChat takes less than"
                                 + " 20,000 characters of each.",
                    null);
        }
        return of(ByteBuffer.wrap(bytes), charset);
    }

    /**
     * Decodes bytes.
     *
     * @param  charset                 of the text; null for the one of its byte order mark, or UTF-8
     * @throws WechatMaterialException if they are no text of that charset
     */
    public static String of(ByteBuffer bytes, @Nullable Charset charset) {
        Charset used = charset != null ? charset : marked(bytes);
        try {
            CharBuffer text = used.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(bytes.duplicate());
            return withoutMark(text.toString());
        } catch (CharacterCodingException e) {
            throw ArticleErrors.because(
                    Reason.FORMAT, "The body is no text in " + used.name() + ". Set the exchange property CamelCharsetName to"
                                   + " the charset that it has.",
                    e);
        }
    }

    /** {@return the text without the byte order mark that it may begin with} */
    public static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static Charset marked(ByteBuffer bytes) {
        if (bytes.remaining() >= 2) {
            int mark = ((bytes.get(bytes.position()) & 0xff) << 8) | (bytes.get(bytes.position() + 1) & 0xff);
            if (mark == 0xfeff) {
                return StandardCharsets.UTF_16BE;
            } else if (mark == 0xfffe) {
                return StandardCharsets.UTF_16LE;
            }
        }
        return StandardCharsets.UTF_8;
    }
}
