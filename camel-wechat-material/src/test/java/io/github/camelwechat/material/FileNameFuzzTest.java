package io.github.camelwechat.material;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** A fixed number of names as they come from anywhere, around a name that is known: that name is sent. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FileNameFuzzTest {

    private static final int NAMES = 2_000;
    private static final List<String> STEMS = List.of(
            "photo", "骆驼 照片", "IMG_0001", "a b (1)", "2026.11.30", "👩\u200d👧 camel", "e\u0301te\u0301", "می\u200cخواهم",
            "CON",
            "nul", "com1.aux", "Mr. Smith", "R&B; vol. 1", "me@home", "100%", "it's", "[2]{3}", "x", "-", "~a", "がか",
            "❤\ufe0f", "a+b=c", "$x^y`", "café", "Ünïcödé", "照片（1）", "a，b。c", "2:3", "#1");
    /** Those that stay, and those that the content puts right. */
    private static final Map<String, String> EXTENSIONS = Map.of(
            ".png", ".png", ".PNG", ".PNG", ".jpg", ".png", ".JPEG", ".png", ".webp", ".png", ".png.gz", ".png", ".gif.part",
            ".png",
            ".heic", ".png");
    private static final List<String> PARAMETERS = List.of(
            "?imageView2/2/w/100", "!thumb", "!/fw/100", "@!style", "@100w_1e_1c.webp", "@1e_1c_0o_0l_100h_80w_90q.src",
            "?x-oss-process=image/resize,w_100/quality,q_90", "#top", "?", "?v=1&a=b/c.jpg", "~tplv-abc:100:100.image",
            "|imageMogr2/strip", "%3Fw=100", ":large", "?imageMogr2/auto-orient/thumbnail/!50p", ";jsessionid=0A/1",
            "?X-Amz-Expires=300&response-content-disposition=attachment%3B%20filename%3D%22a.jpg%22", "?#a", "#", "!w100?b=1");
    private static final List<String> PATHS = List.of(
            "in/", "/data/in/", "C:\\in\\", "\\\\server\\share\\", "../../", "https://cdn.example.com/a/b/", "file:///in/",
            "./",
            "in\\mixed/", "jar:file:/x.jar!/in/", "https://example.com:8080/a;x=1/", "C:/", "..\\", "s3://bucket/in/", "a.jpg/",
            "ftp://user@host/", "//host/in/", "骆驼/", "\u200b/", ".hidden/");
    private static final int[] UNSEEN = {
            0x200b, 0x200e, 0x200f, 0x61c, 0xfeff, 0xad, 0x2060, 0x2064, 0x180e, 0x202c, 0x2069, 0xe0001, 0xe0041, 0xe007f,
            0xfffe,
            0x34f, 0x3164, 0xfff9 };
    private static final List<String> EDGES = List.of(
            " ", "\r\n", "\t", "\u00a0", "\u3000", "\ufeff", "\0", "\u2028", "\u202a", "\u202c", "\u2068", "\u2069", "\u2800",
            "\ud83d", "\u200d");

    /** Headers that earlier steps of a route have left, of other bodies. */
    private static final List<Map<String, Object>> OTHERS = List.of(
            Map.of(),
            Map.of(Exchange.FILE_LENGTH, 123_456L, Exchange.FILE_NAME_ONLY, "album.zip", Exchange.FILE_PATH, "/in/album.zip"),
            Map.of("Content-Length", "5", "Content-Disposition", "attachment; filename=other.jpg", "Content-Type", "text/html"),
            Map.of("CamelAwsS3ContentLength", "9", "CamelAwsS3ContentDisposition", "inline; filename=other.jpg"),
            Map.of("CamelFileNameConsumed", "other.jpg", "CamelFileNameProduced", "/out/other.jpg", "CamelSplitIndex", 3));

    @RegisterExtension
    final Wechat wechat = new Wechat();

    private final Random random = new Random(20261130);
    private final byte[] png = Samples.png();
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @BeforeEach
    void account() {
        wechat.plainAccount();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setErr(err);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private boolean one(int in) {
        return random.nextInt(in) == 0;
    }

    private String sent(Object name) {
        Map<String, Object> headers = new HashMap<>(any(OTHERS));
        headers.put(any(List.of(Exchange.FILE_NAME, WechatMaterialConstants.FILE_NAME, "CamelAwsS3Key")), name);
        Exchange result = wechat.upload("wechat-material:default", png, headers);
        assertThat(result.getException()).as("%s", name).isNull();
        String sent = wechat.onlyUpload().upload().fileName();
        wechat.simulator().reset();
        return sent;
    }

    @Test
    void nameAmidWhatIsNoneOfItIsSent() {
        List<String> wrong = new ArrayList<>();
        List<String> extensions = EXTENSIONS.keySet().stream().sorted().toList();
        for (int i = 0; i < NAMES; i++) {
            String stem = any(STEMS);
            String extension = any(extensions);
            String wanted = decorated(stem + extension, stem, extension);
            String sent = sent(wanted);
            if (!sent.equals(stem + EXTENSIONS.get(extension))) {
                wrong.add(escaped(wanted) + " -> " + escaped(sent) + " (" + stem + extension + ")");
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("io.github.camelwechat");
    }

    private String decorated(String name, String stem, String extension) {
        UnaryOperator<String> inHeader = one(8) ? header() : null;
        if (inHeader != null) {
            return inHeader.apply(name);
        }
        boolean packed = extension.endsWith("gz") || extension.endsWith("part");
        boolean plain = stem.chars().noneMatch(c -> "%#&;@~=:'".indexOf(c) >= 0) && !packed;
        String path = one(2) ? any(PATHS) : "";
        boolean address = path.contains(":/") && !path.startsWith("C:") && !path.startsWith("jar:");
        String decorated = name;
        if (address) {
            decorated = escapedAsAddress(name);
        } else if (plain && one(6)) {
            decorated = "in%2F" + escapedAsAddress(name);
        }
        if ((plain || address) && !packed && one(2)) {
            decorated += any(PARAMETERS);
        }
        decorated = path + decorated;
        for (int i = random.nextInt(4); i > 0; i--) {
            decorated = inserted(decorated);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            decorated = one(2) ? any(EDGES) + decorated : decorated + any(EDGES);
        }
        return decorated;
    }

    private UnaryOperator<String> header() {
        return any(List.of(
                name -> "attachment; filename=\"" + name + "\"",
                name -> "attachment; filename*=UTF-8''" + escapedAsAddress(name),
                name -> "inline;filename=\"other.png\"; filename*=utf-8'zh'" + escapedAsAddress(name),
                name -> "form-data; name=\"media\"; filename=\"" + name + "\"",
                name -> "=?UTF-8?B?" + Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8)) + "?=",
                name -> "=?gb18030?b?" + Base64.getEncoder().encodeToString(name.getBytes(Charset.forName("gb18030"))) + "?=",
                name -> "=?utf-8?Q?" + escapedAsAddress(name).replace('%', '=').replace("_", "=5F") + "?=",
                name -> '"' + name + '"'));
    }

    private static String escapedAsAddress(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** {@return the text with a character that nobody sees in it, not within an escape or an emoji} */
    private String inserted(String text) {
        int at = random.nextInt(text.length() + 1);
        boolean within = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
        return within
                ? text : text.substring(0, at) + Character.toString(UNSEEN[random.nextInt(UNSEEN.length)]) + text.substring(at);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(
                c < 0x20 || (c >= 0x7f && c < 0xc0) || (c >= 0x2000 && c < 0x3040) || c >= 0xd800
                        ? String.format("\\u%04x", c) : (char) c));
        return escaped.toString();
    }

    @Test
    void anyCharactersMakeANameThatWechatTakes() {
        for (int i = 0; i < NAMES; i++) {
            int length = one(50) ? 5_000 : 1 + random.nextInt(30);
            StringBuilder wanted = new StringBuilder();
            while (wanted.length() < length) {
                wanted.append(switch (random.nextInt(6)) {
                    case 0 -> (char) random.nextInt(0x80);
                    case 1 -> any(PARAMETERS);
                    case 2 -> any(PATHS);
                    case 3 -> any(EDGES);
                    case 4 -> any(STEMS) + any(List.of(".png", ".", "..", ".jpg ", ""));
                    default -> Character.toString(random.nextInt(0x110000));
                });
            }
            String sent = sent(wanted.toString());
            String stem = sent.substring(0, sent.length() - 4);

            assertThat(sent).as("%s", escaped(wanted.toString())).endsWithIgnoringCase(".png").doesNotContainPattern(
                    "[\\p{Cc}\\p{Cs}\"\\\\/\\u200b\\u200e\\u200f\\u061c\\ufeff\\u202a-\\u202e\\u2066-\\u2069\\u2028\\u2029\\u00ad]");
            assertThat(sent.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(255);
            assertThat(stem).isNotEmpty().isEqualTo(stem.strip());
        }
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("io.github.camelwechat");
    }

    @Test
    void nameOfAFileIsAPath() {
        assertThat(sent(Path.of("/in/骆驼.png"))).isEqualTo("骆驼.png");
    }
}
