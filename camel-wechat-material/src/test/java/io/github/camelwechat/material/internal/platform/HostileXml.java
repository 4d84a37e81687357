package io.github.camelwechat.material.internal.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Documents that nobody should send, made of one that is as it should be. */
final class HostileXml {

    /** For messages too, which have a frame around them. */
    private static final int LARGE = 45_000;

    private HostileXml() {
    }

    /**
     * {@return documents by their names; each is to be refused}
     *
     * @param good    a document that would be accepted
     * @param address which an external entity names
     */
    static Map<String, byte[]> of(String good, String address) {
        Map<String, String> texts = new LinkedHashMap<>();
        String opened = good.replaceFirst("</xml>\\s*$", "");
        texts.put("empty", "");
        texts.put("blanks", " \n ");
        texts.put("JSON", "{\"xml\":{\"Encrypt\":\"a\"}}");
        texts.put("form", "xml=1&Encrypt=a");
        texts.put("cut", good.substring(0, good.length() / 2));
        texts.put("closed by another start", opened + "<xml>");
        texts.put("text in front", "a" + good);
        texts.put("text after", good + "a");
        texts.put("two documents", good + good);
        texts.put("two byte order marks", "\ufeff\ufeff" + good);
        texts.put("NUL in a field", opened + "<A>a\0b</A></xml>");
        texts.put("NUL after", good + "\0");
        texts.put("NUL by its number", opened + "<A>&#0;</A></xml>");
        texts.put("empty document type", "<!DOCTYPE xml>" + good);
        texts.put("cut document type", "<!DOCTYPE xml [[[");
        texts.put("external document type", "<!DOCTYPE xml SYSTEM '" + address + "'>" + good);
        texts.put("external entity", "<!DOCTYPE xml [<!ENTITY e SYSTEM '" + address + "'>]>" + opened + "<A>&e;</A></xml>");
        texts.put("external parameter entity", "<!DOCTYPE xml [<!ENTITY % e SYSTEM '" + address + "'> %e;]>" + good);
        texts.put("entity of a file", "<!DOCTYPE xml [<!ENTITY e SYSTEM 'file:///etc/hosts'>]>" + opened + "<A>&e;</A></xml>");
        texts.put("billion laughs", "<!DOCTYPE xml [<!ENTITY l0 'lol'>" + repeated(
                i -> "<!ENTITY l" + (i + 1) + " '" + ("&l" + i + ";").repeat(10) + "'>", 10) + "]>" + opened
                                    + "<A>&l10;</A></xml>");
        texts.put("quadratic entities", "<!DOCTYPE xml [<!ENTITY l '" + "l".repeat(20_000) + "'>]>" + opened + "<A>"
                                        + "&l;".repeat(5_000) + "</A></xml>");
        texts.put("undeclared entity", opened + "<A>&a;</A></xml>");
        texts.put("field twice", opened + "<A>1</A><A>1</A></xml>");
        texts.put("field twice, once nested", opened + "<A>1</A><A><B/></A></xml>");
        texts.put("many fields", opened + repeated(i -> "<a" + i + "/>", 64) + "</xml>");
        texts.put("deep", opened + "<a>".repeat(8) + "</a>".repeat(8) + "</xml>");
        texts.put("very deep", "<a>".repeat(LARGE / 3));
        texts.put("attribute twice", opened + "<A b='1' b='1'/></xml>");
        texts.put("cut attributes", opened + "<A " + repeated(i -> "a" + i + "='' ", LARGE / 10));
        texts.put("long name", opened + "<" + "a".repeat(LARGE) + "/></xml>");
        texts.put("cut section", opened + "<A><![CDATA[" + "]".repeat(LARGE));
        texts.put("references", opened + "&#65;".repeat(LARGE / 5));
        texts.put("starts", "<".repeat(LARGE));
        texts.put("XML 1.9", "<?xml version='1.9'?>" + good);
        Map<String, byte[]> documents = new LinkedHashMap<>();
        texts.forEach((name, text) -> documents.put(name, text.getBytes(UTF_8)));
        documents.put("UTF-16", good.getBytes(UTF_16));
        documents.put("UTF-16 without a mark", good.getBytes(UTF_16LE));
        documents.put("not UTF-8", (opened + "<A>\u00e9</A></xml>").getBytes(ISO_8859_1));
        documents.put("half of a character", (opened + "<A>\u00ed\u00a0\u0080</A></xml>").getBytes(ISO_8859_1));
        return documents;
    }

    private static String repeated(IntFunction<String> part, int times) {
        return IntStream.range(0, times).mapToObj(part).collect(Collectors.joining());
    }
}
