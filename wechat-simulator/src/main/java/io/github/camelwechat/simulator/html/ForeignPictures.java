package io.github.camelwechat.simulator.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Internal: not API. The pictures of other hosts in an article, at any place that shows one. Immutable.
 *
 * @param html    the article without them
 * @param dropped one text each, in their order: {@code src of <img>: https://…}
 * @param kept    likewise, of those that were left in it
 */
public record ForeignPictures(String html, List<String> dropped, List<String> kept) {

    private static final int SHOWN = 200;
    private static final Set<String> LISTS = Set.of("srcset", "data-srcset");
    private static final Set<String> WITH_BACKGROUND
            = Set.of("body", "table", "thead", "tbody", "tfoot", "tr", "td", "th");
    private static final Set<String> OF_IMG = Set.of(
            "src", "srcset", "data-src", "data-original", "data-actualsrc", "data-lazy-src", "data-srcset");
    /** Where the documentation speaks of it. */
    private static final Set<String> DOCUMENTED = Set.of("img", "source");
    private static final Map<String, Set<String>> PLACES = Map.of(
            "img", OF_IMG, "source", Set.of("srcset", "data-srcset"), "image", Set.of("href", "xlink:href", "src"),
            "feimage", Set.of("href", "xlink:href"), "video", Set.of("poster"));
    /** A comma ends an address where white space follows it, or a descriptor came before it. */
    private static final Pattern CANDIDATE = Pattern.compile("[\\s,]*([^\\s,](?:\\S*[^\\s,])?)(,+|\\s+[^,]*,?|$)");

    /**
     * Drops what is elsewhere.
     *
     * @param  content of the article
     * @param  url     the simulator's own
     * @param  keep    whether what the documentation does not speak of stays: all but {@code img} and {@code picture}
     * @return         what is left, and what is not
     */
    public static ForeignPictures of(String content, String url, boolean keep) {
        PictureHosts hosts = new PictureHosts(url);
        StringBuilder html = new StringBuilder();
        List<String> dropped = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        TagReader tags = new TagReader(content);
        int copied = 0;
        for (Tag tag = tags.next(); tag != null; tag = tags.next()) {
            boolean stays = keep && !DOCUMENTED.contains(tag.name());
            for (Tag.Attribute attribute : tag.attributes()) {
                List<String> foreign = foreign(tag, attribute, hosts);
                (stays ? kept : dropped).addAll(foreign);
                if (!foreign.isEmpty() && !stays) {
                    html.append(content, copied, withoutBlanks(content, copied, attribute.nameStart()));
                    copied = attribute.after();
                }
            }
        }
        return new ForeignPictures(html.append(content, copied, content.length()).toString(), dropped, kept);
    }

    /**
     * {@return what is shown as the cover of a mini program and is no JPEG of the library; null if there is none}
     *
     * @param content of the article
     * @param url     the simulator's own
     */
    public static @Nullable String unfitCover(String content, String url) {
        PictureHosts hosts = new PictureHosts(url);
        TagReader tags = new TagReader(content);
        for (Tag tag = tags.next(); tag != null; tag = tags.next()) {
            for (Tag.Attribute attribute : tag.attributes()) {
                String address = Entities.decoded(attribute.value());
                if (attribute.name().equals("data-miniprogram-imageurl")
                        && (hosts.isForeign(address) || !address.contains("wx_fmt=jpeg"))) {
                    return shown(address);
                }
            }
        }
        return null;
    }

    private static List<String> foreign(Tag tag, Tag.Attribute attribute, PictureHosts hosts) {
        return addresses(tag, attribute).filter(hosts::isForeign)
                .map(address -> attribute.name() + " of <" + tag.name() + ">: " + shown(address)).toList();
    }

    private static int withoutBlanks(String text, int from, int to) {
        int end = to;
        while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static Stream<String> addresses(Tag tag, Tag.Attribute attribute) {
        String value = Entities.decoded(attribute.value());
        if (attribute.name().equals("style")) {
            return StyleAddresses.in(value).stream().filter(address -> !address.startsWith("#"));
        }
        boolean picture = PLACES.getOrDefault(tag.name(), Set.of()).contains(attribute.name())
                || (attribute.name().equals("background") && WITH_BACKGROUND.contains(tag.name()))
                || (attribute.name().equals("src") && tag.name().equals("input") && tag.has("type", "image"));
        if (!picture || value.isBlank()) {
            return Stream.of();
        }
        return LISTS.contains(attribute.name()) ? candidates(value) : Stream.of(value);
    }

    private static Stream<String> candidates(String list) {
        List<String> addresses = new ArrayList<>();
        Matcher candidate = CANDIDATE.matcher(list);
        while (candidate.lookingAt()) {
            addresses.add(candidate.group(1));
            if (candidate.end() == list.length()) {
                break;
            }
            candidate.region(candidate.end(), list.length());
        }
        return addresses.stream();
    }

    private static String shown(String address) {
        return address.length() <= SHOWN ? address : address.substring(0, SHOWN) + "…";
    }

    @Override
    public String toString() {
        return "ForeignPictures" + Arrays.asList(dropped, kept);
    }
}
