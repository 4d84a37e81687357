package io.github.camelwechat.material.article;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.github.camelwechat.material.internal.article.ArticlePictures;
import io.github.camelwechat.material.internal.article.PictureChange.Keep;
import io.github.camelwechat.material.internal.article.PictureChange.Remove;
import io.github.camelwechat.material.internal.article.PictureChange.Replace;

/**
 * Program that rewrites articles of hostile shapes, and prints the CPU time of each, for a process with little memory.
 */
final class HostileArticles {

    private static final int TAGS = 19_000;
    private static final long SLOW_NANOS = 2_000_000_000L;
    private static final int MEGABYTE = 1_000_000;

    private HostileArticles() {
    }

    static Map<String, Supplier<String>> shapes() {
        Map<String, Supplier<String>> shapes = new LinkedHashMap<>();
        shapes.put("ampersands", () -> "<p style=\"" + "&".repeat(MEGABYTE) + "\">");
        shapes.put("ampersands-in-src", () -> "<img src=\"" + "&amp;".repeat(MEGABYTE / 5) + "\">");
        shapes.put("attributes", () -> numbered("<img src=a ", " a%d", 100_000, ">"));
        shapes.put("repeated-src", () -> "<img " + "src=a ".repeat(100_000) + ">");
        shapes.put("depth", () -> "<div>".repeat(3000) + "<img src=a>" + "</div>".repeat(3000));
        shapes.put("depth-of-all-tags", () -> "<div style='background:url(a)'>".repeat(TAGS));
        shapes.put("images-of-one-picture",
                () -> "<picture>" + "<source srcset=s><img src=a>".repeat(TAGS / 2) + "</picture>");
        shapes.put("nested-pictures", () -> "<picture><source srcset=s><img src=a>".repeat(TAGS / 3));
        shapes.put("tables", () -> "<table><font>".repeat(TAGS / 2));
        shapes.put("formatting", () -> numbered("<p>", "<b a%d>", TAGS / 2, "<p>x".repeat(TAGS / 2)));
        shapes.put("links", () -> "<a><div>".repeat(TAGS / 2));
        shapes.put("open-tags", () -> "<a ".repeat(TAGS) + "x".repeat(MEGABYTE));
        shapes.put("open-titles", () -> "<title>".repeat(TAGS) + "</".repeat(MEGABYTE / 3));
        shapes.put("open-comments", () -> "<!--".repeat(MEGABYTE / 4));
        shapes.put("dashes", () -> "<!--" + "-".repeat(MEGABYTE));
        shapes.put("cdata", () -> "<![CDATA[".repeat(MEGABYTE / 9));
        shapes.put("addresses-of-one-style", () -> "<p style='background:" + "url(a),".repeat(MEGABYTE / 20) + "'>");
        shapes.put("broken-addresses", () -> "<p style='background:" + "url(a b)".repeat(MEGABYTE / 8) + "'>");
        shapes.put("nested-functions", () -> "<p style='background:" + "image-set(".repeat(MEGABYTE / 10) + "'>");
        shapes.put("brackets", () -> "<p style='" + "(".repeat(MEGABYTE) + "'>");
        shapes.put("escapes", () -> "<p style='(" + "\\72 ".repeat(MEGABYTE / 4) + "'>");
        shapes.put("comments-of-css", () -> "<p style='(" + "/*".repeat(MEGABYTE / 2) + "'>");
        shapes.put("candidates", () -> "<img srcset='" + "a 1x,".repeat(MEGABYTE / 10) + "'>");
        shapes.put("commas", () -> "<img srcset='" + ",".repeat(MEGABYTE) + "'>");
        shapes.put("lines", () -> "\n".repeat(MEGABYTE) + "<img src=a>");
        shapes.put("placeholders", () -> "<img><noscript>".repeat(TAGS / 2) + "x".repeat(MEGABYTE));
        shapes.put("warnings", () -> "<embed src=a>".repeat(TAGS));
        return shapes;
    }

    private static String numbered(String before, String form, int count, String after) {
        StringBuilder text = new StringBuilder(before);
        for (int i = 0; i < count; i++) {
            text.append(String.format(form, i));
        }
        return text.append(after).toString();
    }

    public static void main(String[] arguments) {
        Articles.find("<p>warm</p>");
        shapes().forEach((name, shape) -> {
            String html = shape.get();
            long nanos = cpuTime(html);
            // a busy machine compiles late
            for (int again = 0; again < 2 && nanos > SLOW_NANOS; again++) {
                nanos = Math.min(nanos, cpuTime(html));
            }
            System.out.println(name + ' ' + nanos / 1_000_000);
        });
    }

    private static long cpuTime(String html) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        rewrite(html);
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    }

    private static void rewrite(String html) {
        ArticlePictures article = Articles.find(html);
        if (!Articles.changed(article, new Keep()).equals(html)) {
            throw new IllegalStateException("changed");
        }
        Articles.changed(article, new Replace("https://mmbiz.qpic.cn/a", "png", 1, 1));
        Articles.changed(article, new Remove());
    }
}
