package io.github.camelwechat.material.internal.client;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.apache.hc.core5.http.HeaderElement;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicHeaderValueParser;
import org.apache.hc.core5.http.message.ParserCursor;
import org.jspecify.annotations.Nullable;

/** Meaning of the headers of a download. They come from outside, and WeChat's are often wrong. */
final class DownloadHeaders {

    private static final String TYPE = "(image|audio|voice|video)/[a-z0-9.+-]{1,60}";

    private DownloadHeaders() {
    }

    /** {@return the type in lower case without parameters; null if it names no media} */
    static @Nullable String mediaType(@Nullable String contentType) {
        if (contentType == null) {
            return null;
        }
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.matches(TYPE) ? type : null;
    }

    /** {@return the file name as it stands there, or null} */
    static @Nullable String fileName(@Nullable String disposition) {
        if (disposition == null) {
            return null;
        }
        for (HeaderElement element : BasicHeaderValueParser.INSTANCE.parseElements(
                disposition, new ParserCursor(0, disposition.length()))) {
            NameValuePair name = element.getParameterByName("filename");
            if (name != null && name.getValue() != null) {
                return utf8(name.getValue());
            }
        }
        return null;
    }

    /** WeChat sends raw UTF-8, which HTTP clients read as ISO 8859-1. */
    private static String utf8(String latin1) {
        try {
            return StandardCharsets.UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(latin1.getBytes(StandardCharsets.ISO_8859_1))).toString();
        } catch (CharacterCodingException e) {
            return latin1;
        }
    }
}
