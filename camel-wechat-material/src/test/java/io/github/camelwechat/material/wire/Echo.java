package io.github.camelwechat.material.wire;

import java.net.URLEncoder;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The ways in which an answer repeats what was sent, without line ends. */
enum Echo {

    PLAIN(text -> text),
    UPPER_CASE(text -> text.toUpperCase(Locale.ROOT)),
    LOWER_CASE(text -> text.toLowerCase(Locale.ROOT)),
    PERCENT(text -> URLEncoder.encode(text, UTF_8)),
    PERCENT_TWICE(text -> URLEncoder.encode(URLEncoder.encode(text, UTF_8), UTF_8)),
    EACH_BYTE_PERCENT(text -> each(text, c -> String.format("%%%02x", c))),
    HTML(Echo::html),
    HTML_OF_PERCENT(text -> html(URLEncoder.encode(text, UTF_8))),
    EACH_CHARACTER_ENTITY(text -> each(text, c -> "&#" + c + ";")),
    EACH_CHARACTER_HEX_ENTITY(text -> each(text, c -> "&#x" + Integer.toHexString(c) + ";")),
    JSON(Echo::escaped),
    EACH_CHARACTER_UNICODE(text -> each(text, c -> String.format("\\u%04X", c)));

    private static final List<String> SECRET_HEADERS = List.of("Proxy-Authorization");
    /** A body with a secret in it is short. */
    private static final int MAX_BODY = 1000;

    private final Function<String, String> encoding;

    Echo(Function<String, String> encoding) {
        this.encoding = encoding;
    }

    String of(RawRequest request) {
        StringBuilder all = new StringBuilder(request.requestLine());
        SECRET_HEADERS.forEach(name -> request.header(name).forEach(value -> all.append(' ').append(value)));
        if (request.body().length < MAX_BODY) {
            all.append(' ').append(new String(request.body(), UTF_8));
        }
        return encoding.apply(all.toString().replaceAll("[\r\n]", " "));
    }

    /** {@return the text as it stands between the quotes of JSON} */
    static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/");
    }

    private static String each(String text, IntFunction<String> encoded) {
        return text.chars().mapToObj(encoded).collect(Collectors.joining());
    }

    private static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;").replace("'", "&#39;");
    }
}
