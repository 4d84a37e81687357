package io.github.camelwechat.http;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.apache.hc.core5.http.HeaderElement;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicHeaderValueParser;
import org.apache.hc.core5.http.message.ParserCursor;
import org.jspecify.annotations.Nullable;

/** What a fetched picture is called: as its server says, else as its address ends. The component cleans names. */
final class PictureName {

    private PictureName() {
    }

    /** {@return the name, or null if there is none} */
    static @Nullable String of(@Nullable String contentDisposition, PictureAddress address) {
        String said = contentDisposition == null ? null : said(contentDisposition);
        if (said != null && !said.isBlank()) {
            return said;
        }
        String path = address.uri().getPath();
        String last = path.substring(path.lastIndexOf('/') + 1);
        return last.isBlank() ? null : last;
    }

    private static @Nullable String said(String contentDisposition) {
        HeaderElement[] elements = BasicHeaderValueParser.INSTANCE.parseElements(contentDisposition,
                new ParserCursor(0, contentDisposition.length()));
        if (elements.length == 0) {
            return null;
        }
        NameValuePair encoded = elements[0].getParameterByName("filename*");
        String name = encoded == null ? null : decoded(encoded.getValue());
        if (name != null) {
            return name;
        }
        NameValuePair plain = elements[0].getParameterByName("filename");
        return plain == null ? null : plain.getValue();
    }

    /** {@return what {@code UTF-8''%E9%AA%86.png} says, or null if it is written otherwise} */
    private static @Nullable String decoded(String encoded) {
        String[] parts = encoded.split("'", 3);
        if (parts.length < 3) {
            return null;
        }
        try {
            Charset charset = parts[0].equalsIgnoreCase("UTF-8") ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
            return URLDecoder.decode(parts[2].replace("+", "%2B"), charset);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
