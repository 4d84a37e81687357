package io.github.camelwechat.material.internal.operation;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.UUID;

import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.material.WechatMaterialConstants;
import io.github.camelwechat.material.WechatMaterialOperations;
import io.github.camelwechat.material.internal.media.VisibleText;
import io.github.camelwechat.material.internal.platform.AppId;
import org.apache.camel.Message;
import org.apache.camel.WrappedFile;
import org.jspecify.annotations.Nullable;

/**
 * Headers of a message as texts. Camel's own conversion would read a file, a stream or an array to make a text of it;
 * here only what is a text is taken, and anything else is an error that names the header.
 */
final class TextHeaders {

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final Message message;

    TextHeaders(Message message) {
        this.message = message;
    }

    /**
     * Returns a text as it is, without the byte order mark that a file read by an earlier step may begin with.
     *
     * @return                          null if there is none, or nothing to see in it: a sidecar file or a form often
     *                                  gives an empty one for what it does not know
     * @throws IllegalArgumentException if the header is no text
     */
    @Nullable
    String text(String header) {
        Object value = message.getHeader(header);
        return value == null ? null : seen(text(header, value));
    }

    /** Returns a text as {@link #text} does, without blanks around it and invisible characters: for names of things. */
    @Nullable
    String word(String header) {
        String text = text(header);
        return text == null ? null : VisibleText.of(text).strip();
    }

    /** Returns a text as {@link #text} does; of a file, its name. */
    @Nullable
    String fileName(String header) {
        Object value = message.getHeader(header);
        Object file = value instanceof WrappedFile<?> wrapped ? wrapped.getFile() : value;
        if (file instanceof File || file instanceof Path) {
            return file.toString();
        }
        return text(header);
    }

    /** @throws IllegalArgumentException if the header is missing */
    String mediaId(WechatMaterialOperations operation) {
        return required(WechatMaterialConstants.MEDIA_ID, operation, "the media_id of a material");
    }

    /**
     * Returns a text as {@link #word} does.
     *
     * @param  operation                needs it
     * @param  meaning                  of the header
     * @throws IllegalArgumentException if the header is missing
     */
    String required(String header, Enum<?> operation, String meaning) {
        String value = word(header);
        if (value == null) {
            throw new IllegalArgumentException(operation + " needs the header " + header + " with " + meaning);
        }
        return value;
    }

    /** @throws IllegalArgumentException if the header is missing */
    String draftId(WechatMaterialOperations operation) {
        return required(WechatMaterialConstants.MEDIA_ID, operation, "the media_id of a draft");
    }

    /** @throws IllegalArgumentException if the header is neither true nor false */
    boolean flag(String header, boolean otherwise) {
        String value = word(header);
        if (value == null) {
            return otherwise;
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw unfit(header, value, "true or false");
        };
    }

    /** @throws IllegalArgumentException if the header is no whole number within the bounds */
    int number(String header, int otherwise, int least, int most) {
        String value = word(header);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw unfit(header, value, "a whole number from " + least + " to " + most);
    }

    /**
     * Returns the AppID in a header.
     *
     * @param  what                     it is, for the message
     * @throws IllegalArgumentException if it cannot be one
     */
    static String appId(String header, String value, String what) {
        if (!AppId.isValid(value)) {
            throw unfit(header, value, what + ": " + AppId.RULE);
        }
        return value;
    }

    /**
     * Returns the error for a header with an unfit value.
     *
     * @param rule what the header has to be
     */
    static IllegalArgumentException unfit(String header, String value, String rule) {
        return new IllegalArgumentException(
                "The header " + header + " is '" + VisibleText.excerpt(value) + "', but has to be " + rule);
    }

    private static @Nullable String seen(String text) {
        String marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        return VisibleText.of(marked).isBlank() ? null : marked;
    }

    private static String text(String header, Object value) {
        if (value instanceof CharSequence || value instanceof Number || value instanceof Boolean
                || value instanceof Character || value instanceof UUID || value instanceof URI || value instanceof URL
                || value instanceof TemporalAccessor) {
            return value.toString();
        } else if (value instanceof Enum<?> constant) {
            return constant.name();
        } else if (value instanceof JsonNode json
                && (json.isTextual() || json.isNumber() || json.isBoolean() || json.isNull())) {
            return json.isNull() ? "" : json.asText();
        } else if (value instanceof Node node) {
            return text(node);
        } else if (value instanceof NodeList nodes) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < nodes.getLength(); i++) {
                text.append(text(nodes.item(i)));
            }
            return text.toString();
        }
        throw new IllegalArgumentException(
                "The header " + header + " is a " + value.getClass().getTypeName() + ", but has to be a text. Set it to a"
                                           + " String, for example with simple(\"${…}\").");
    }

    private static String text(Node node) {
        String text = node.getTextContent();
        return text == null ? "" : text;
    }
}
