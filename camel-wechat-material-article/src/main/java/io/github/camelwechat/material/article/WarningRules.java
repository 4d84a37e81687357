package io.github.camelwechat.material.article;

import java.util.Set;

/** Rules about what a draft does not show, though it is no picture that can be moved. */
final class WarningRules {

    private static final String DROPPED = ". It stays, and WeChat drops it.";
    private static final Set<String> MEDIA = Set.of("video", "audio", "object", "embed", "iframe");
    private static final Set<String> SCRIPTED = Set.of("script", "form");
    private static final Set<String> ANIMATIONS = Set.of("animate", "animatetransform", "animatemotion", "set");

    private final String source;
    private final Warnings warnings;
    private int firstClass = -1;
    private boolean styled;

    WarningRules(String source, Warnings warnings) {
        this.source = source;
        this.warnings = warnings;
    }

    void check(SourceElement each) {
        TreeElement element = each.element();
        StartTag tag = each.tag();
        checkAttributes(tag);
        switch (element.space()) {
            case HTML -> checkHtml(element, tag);
            case SVG -> checkSvg(element, tag);
            default -> {
                // formulas in MathML have no pictures
            }
        }
    }

    void end() {
        if (firstClass >= 0 && !styled) {
            warnings.count(firstClass, "class is the only styling, and WeChat drops style sheets: write the rules into style.");
        }
    }

    private void checkAttributes(StartTag tag) {
        if (tag.first("id") != null) {
            warnings.count(tag.from(), "id is removed by WeChat.");
        }
        styled |= tag.first("style") != null;
        if (firstClass < 0 && tag.first("class") != null) {
            firstClass = tag.from();
        }
    }

    private void checkHtml(TreeElement element, StartTag tag) {
        String name = element.name();
        if (MEDIA.contains(name)) {
            checkMedia(name, tag);
        } else if (SCRIPTED.contains(name)) {
            warnings.add(tag.from(), name + " is dropped by WeChat.");
        } else if (name.equals("style")) {
            warnings.add(tag.from(), "style element is dropped by WeChat, with the pictures in it: write the rules into style"
                                     + " attributes.");
        } else if (name.equals("link")) {
            warnings.add(tag.from(), "link" + quoted(tag.value(source, "href")) + DROPPED);
        } else if (name.equals("source") && element.picture() < 0) {
            checkSource(tag);
        } else if (name.equals("a") && isForeign(tag.value(source, "href"))) {
            warnings.count(tag.from(), "a links to another host than mp.weixin.qq.com, and WeChat drops such links.");
        }
        if (element.inForeignObject() && name.equals("div")) {
            warnings.count(tag.from(), "div in foreignObject is removed by WeChat: use section.");
        }
    }

    private void checkMedia(String name, StartTag tag) {
        String poster = tag.value(source, "poster");
        if (!poster.isBlank()) {
            warnings.add(tag.from(), name + " poster" + quoted(poster) + DROPPED);
            return;
        }
        boolean document = tag.first("srcdoc") != null;
        String address = tag.value(source, name.equals("object") ? "data" : "src");
        warnings.add(tag.from(), name + (document ? " srcdoc" : quoted(address)) + DROPPED);
    }

    private void checkSource(StartTag tag) {
        String set = SourceSet.parse(tag.value(source, "srcset")).largest();
        String address = set == null ? tag.value(source, "src") : set;
        if (!address.isBlank()) {
            warnings.add(tag.from(), "source" + quoted(address) + DROPPED);
        }
    }

    private void checkSvg(TreeElement element, StartTag tag) {
        String name = element.name();
        if (name.equals("use") || name.equals("feimage")) {
            String href = tag.value(source, "href");
            String address = href.isBlank() ? tag.value(source, "xlink:href") : href;
            warnings.add(tag.from(), (name.equals("use") ? name : "feImage") + quoted(address) + DROPPED);
        } else if (name.equals("style") || name.equals("script")) {
            warnings.add(tag.from(), name + " element is dropped by WeChat.");
        } else if (ANIMATIONS.contains(name) && namesElement(tag.value(source, "begin"))) {
            warnings.count(tag.from(), "begin with an id, as in x.click, does nothing: WeChat removes ids.");
        }
        for (TagAttribute attribute : tag.attributes()) {
            if (!attribute.name().equals("style")) {
                checkPresentation(attribute);
            }
        }
    }

    /** Checks an attribute like {@code fill}, whose value is CSS. */
    private void checkPresentation(TagAttribute attribute) {
        String value = attribute.value(source).text();
        if (value.indexOf('(') < 0) {
            return;
        }
        for (CssAddress css : StyleScanner.scan(value).found()) {
            if (css.address().strip().startsWith("#")) {
                warnings.count(attribute.from(), StyleReader.LOCAL);
            } else if (!css.address().isBlank()) {
                warnings.add(attribute.from(), Shown.text(attribute.name()) + quoted(css.address()) + DROPPED);
            }
        }
    }

    /** Returns whether the start of an animation is an event of an element: a letter follows a point. */
    private static boolean namesElement(String begin) {
        int point = begin.indexOf('.');
        while (point >= 0 && point + 1 < begin.length()) {
            if (Characters.isLetter(begin.charAt(point + 1))) {
                return true;
            }
            point = begin.indexOf('.', point + 1);
        }
        return false;
    }

    private static boolean isForeign(String href) {
        String address = href.strip();
        boolean web = address.regionMatches(true, 0, "http:", 0, 5) || address.regionMatches(true, 0, "https:", 0, 6)
                || address.startsWith("//");
        return web && !Shown.address(address).matches("(?i)mp[.]weixin[.]qq[.]com(:\\d+)?(/.*)?");
    }

    private static String quoted(String address) {
        return address.isBlank() ? "" : " has " + Shown.address(address);
    }
}
