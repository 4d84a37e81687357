package io.github.camelwechat.simulator.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.camelwechat.simulator.html.ForeignPictures;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The HTML of an article after WeChat has looked at it.
 *
 * @param html    as it was sent, if nothing was dropped
 * @param text    what a reader sees of it
 * @param dropped what is gone: scripts and their attributes in the order of elements, then pictures
 */
record ArticleHtml(String html, String text, List<String> dropped) {

    /**
     * Drops what articles may not have, pictures of other hosts first.
     *
     * @param pictures of the article
     */
    static ArticleHtml of(ForeignPictures pictures) {
        String content = pictures.html();
        Document document = Jsoup.parseBodyFragment(content);
        document.outputSettings().prettyPrint(false);
        List<String> dropped = new ArrayList<>();
        for (Element element : document.getAllElements()) {
            if (element.normalName().equals("script")) {
                element.remove();
                dropped.add("<script>");
            } else {
                dropAttributes(element, dropped);
            }
        }
        String html = dropped.isEmpty() ? content : document.body().html();
        dropped.addAll(pictures.dropped());
        return new ArticleHtml(html, document.text(), dropped);
    }

    private static void dropAttributes(Element element, List<String> dropped) {
        for (Attribute attribute : element.attributes().asList()) {
            String name = attribute.getKey().toLowerCase(Locale.ROOT);
            if (name.startsWith("on")) {
                element.removeAttr(attribute.getKey());
                dropped.add(name + " of <" + element.normalName() + ">");
            }
        }
    }
}
