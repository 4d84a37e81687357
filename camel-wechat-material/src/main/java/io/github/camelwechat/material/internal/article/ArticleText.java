package io.github.camelwechat.material.internal.article;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

import io.github.camelwechat.material.error.InvalidMaterialException.Reason;
import io.github.camelwechat.material.error.WechatMaterialException;
import org.jspecify.annotations.Nullable;

/**
 * Text of a body, and what its bytes were.
 *
 * @param text    without a byte order mark
 * @param charset of the bytes; of a text that had none, UTF-8
 * @param marked  whether there was a byte order mark
 */
public record ArticleText(String text, Charset charset, boolean marked) {

    /** Limit for the articles of a draft: eight of a megabyte each, with room for the JSON around them. */
    public static final int MAX_DRAFT_BYTES = 10 << 20;
    /** An ordinary article has less. */
    public static final int FIRST_BYTES = 1 << 20;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    /**
     * Reads a stream to its end, which stays open.
     *
     * @param  charset                 of the text; null for the one of its byte order mark, of the {@code meta} element
     *                                 of a page, or UTF-8
     * @param  maxBytes                the most bytes
     * @param  large                   run before more than {@link #FIRST_BYTES} are read
     * @throws WechatMaterialException if it cannot be read, is longer, or is no text of that charset
     */
    public static ArticleText read(InputStream stream, @Nullable Charset charset, int maxBytes, Runnable large) {
        byte[] bytes;
        try {
            bytes = stream.readNBytes(Math.min(FIRST_BYTES, maxBytes + 1));
            if (bytes.length == FIRST_BYTES) {
                large.run();
                bytes = new SequenceInputStream(new ByteArrayInputStream(bytes), stream).readNBytes(maxBytes + 1);
            }
        } catch (IOException e) {
            throw new WechatMaterialException(
                    "The article could not be read from its stream (" + e.getClass().getSimpleName()
                                              + ").",
                    e);
        }
        return of(ByteBuffer.wrap(bytes), charset, maxBytes);
    }

    /**
     * Decodes bytes.
     *
     * @param  charset                 of the text; null for the one of its byte order mark, of the {@code meta} element
     *                                 of a page, or UTF-8
     * @param  maxBytes                the most bytes
     * @throws WechatMaterialException if they are more, or no text of that charset
     */
    public static ArticleText of(ByteBuffer bytes, @Nullable Charset charset, int maxBytes) {
        requireShort(bytes.remaining(), maxBytes);
        Charset used = charset != null ? charset : ArticleCharset.of(bytes);
        try {
            CharBuffer text = used.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(bytes.duplicate());
            return of(text, used);
        } catch (CharacterCodingException e) {
            throw ArticleErrors.because(
                    Reason.FORMAT, "The body is no text in " + used.name() + ". Set the exchange property CamelCharsetName to"
                                   + " the charset that it has.",
                    e);
        }
    }

    /**
     * Takes a text.
     *
     * @param  maxBytes                the most characters
     * @throws WechatMaterialException if there are more
     */
    public static ArticleText of(CharSequence text, int maxBytes) {
        requireShort(text.length(), maxBytes);
        return of(text, StandardCharsets.UTF_8);
    }

    private static ArticleText of(CharSequence text, Charset charset) {
        boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        return new ArticleText(marked ? text.subSequence(1, text.length()).toString() : text.toString(), charset, marked);
    }

    private static void requireShort(int length, int maxBytes) {
        if (length > maxBytes) {
            throw ArticleErrors.because(
                    Reason.SIZE, "The body is longer than " + (maxBytes >> 20) + " MB, the most that is read of an article:"
                                 + " WeChat takes less than 20,000 characters.",
                    null);
        }
    }

    /** {@return another text in the form of this one} */
    public String inSameForm(String other) {
        return marked ? BYTE_ORDER_MARK + other : other;
    }

    /** {@return the bytes of another text in the form of this one} */
    public byte[] bytesInSameForm(String other) {
        return inSameForm(other).getBytes(charset);
    }

    /** Returns a text without the article. */
    @Override
    public String toString() {
        return "ArticleText[" + text.length() + " characters, " + charset + "]";
    }
}
