package io.github.camelwechat.simulator.api;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The HTML of an article after WeChat has looked at it.
 *
 * @param html    as it was sent, if nothing was dropped
 * @param text    what a reader sees of it
 * @param dropped what is gone, in the order of elements
 */
record ArticleHtml(String html, String text, List<String> dropped) {

    private static final String PICTURES = "mmbiz.qpic.cn";

    /**
     * Drops what articles may not have.
     *
     * @param url the simulator's own, where pictures are too
     */
    static ArticleHtml of(String content, String url) {
        Document document = Jsoup.parseBodyFragment(content);
        document.outputSettings().prettyPrint(false);
        List<String> dropped = new ArrayList<>();
        for (Element element : document.getAllElements()) {
            if (element.normalName().equals("script")) {
                element.remove();
                dropped.add("<script>");
            } else {
                dropAttributes(element, url, dropped);
            }
        }
        return new ArticleHtml(dropped.isEmpty() ? content : document.body().html(), document.text(), dropped);
    }

    private static void dropAttributes(Element element, String url, List<String> dropped) {
        for (Attribute attribute : element.attributes().asList()) {
            String name = attribute.getKey().toLowerCase(Locale.ROOT);
            if (name.startsWith("on")) {
                element.removeAttr(attribute.getKey());
                dropped.add(name + " of <" + element.normalName() + ">");
            } else if (name.equals("src") && element.normalName().equals("img") && !stays(attribute.getValue(), url)) {
                element.removeAttr(attribute.getKey());
                dropped.add("src of <img>: " + attribute.getValue());
            }
        }
    }

    private static boolean stays(String src, String url) {
        try {
            URI address = URI.create(src.strip());
            String scheme = address.getScheme();
            // without a scheme it is that of the page
            boolean web = scheme == null || scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
            return web && (PICTURES.equalsIgnoreCase(address.getHost()) || isOwn(address, URI.create(url)));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isOwn(URI address, URI own) {
        return own.getAuthority().equals(address.getAuthority()) && address.getPath().startsWith("/mmbiz");
    }
}
