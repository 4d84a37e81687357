package io.github.camelwechat.material.article;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.github.camelwechat.material.article.TreeElement.Space;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** Reader of the structure of a source. Of jsoup's tree only the names and the offsets of elements are kept. */
final class TreeReader implements NodeVisitor {

    private static final String CDATA = "<![CDATA[";
    /** As long, and what browsers make of it: a comment that ends at the next angle bracket. */
    private static final String MASKED_CDATA = "<!xCDATA[";
    static final Set<String> HIDING = Set.of("template", "noscript");

    private final List<TreeElement> elements = new ArrayList<>();
    private final Deque<Integer> pictures = new ArrayDeque<>();
    private int hiding;
    private int foreignObjects;
    private int formulas;

    private TreeReader() {
    }

    /** {@return the elements in the order of the source, without those that no tag stands for} */
    static List<TreeElement> read(String source) {
        TreeReader reader = new TreeReader();
        Parser.htmlParser().setTrackPosition(true).parseInput(source.replace(CDATA, MASKED_CDATA), "").traverse(reader);
        reader.elements.sort(Comparator.comparingInt(TreeElement::from));
        return reader.elements;
    }

    @Override
    public void head(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        Range start = element.sourceRange();
        if (start.isTracked() && !start.isImplicit()) {
            elements.add(read(element, start));
        }
        count(element, 1);
        if (isPicture(element)) {
            pictures.push(start.startPos());
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            count(element, -1);
            if (isPicture(element)) {
                pictures.pop();
            }
        }
    }

    private TreeElement read(Element element, Range start) {
        Range end = element.endSourceRange();
        boolean ended = end.isTracked() && end.startPos() >= start.endPos();
        boolean tagged = ended && !end.isImplicit() && end.endPos() > end.startPos();
        return new TreeElement(
                element.normalName(), start.startPos(), tagged ? end.startPos() : -1,
                ended ? end.endPos() : start.endPos(), space(element), hiding > 0, pictures.isEmpty() ? -1 : pictures.peek(),
                foreignObjects > 0, formulas > 0);
    }

    private void count(Element element, int step) {
        hiding += HIDING.contains(element.normalName()) ? step : 0;
        foreignObjects += element.normalName().equals("foreignobject") ? step : 0;
        formulas += isFormula(element) ? step : 0;
    }

    private static boolean isPicture(Element element) {
        return element.normalName().equals("picture");
    }

    /** Returns whether this is an element around a formula: of MathJax or an editor. */
    private static boolean isFormula(Element element) {
        return element.normalName().startsWith("mjx-") || element.hasAttr("data-formula")
                || element.className().toLowerCase(Locale.ROOT).contains("equation");
    }

    private static Space space(Element element) {
        return switch (element.tag().namespace()) {
            case Parser.NamespaceHtml -> Space.HTML;
            case Parser.NamespaceSvg -> Space.SVG;
            default -> Space.OTHER;
        };
    }
}
