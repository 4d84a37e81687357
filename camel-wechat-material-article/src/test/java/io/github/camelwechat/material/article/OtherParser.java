package io.github.camelwechat.material.article;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;

import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.sax.HtmlParser;

/** A parser by the HTML standard that has nothing to do with jsoup. */
final class OtherParser {

    static {
        // one of its assertions fails where an article ends in a tag: it checks a buffer, not what is read
        OtherParser.class.getClassLoader().setPackageAssertionStatus("nu.validator.htmlparser", false);
    }

    private OtherParser() {
    }

    /** {@return a line for each node, without the attributes and elements of pictures} */
    static List<String> structure(String html) {
        StructureLines lines = new StructureLines();
        try {
            HtmlParser parser = new HtmlParser(XmlViolationPolicy.ALLOW);
            parser.setContentHandler(lines);
            parser.setLexicalHandler(lines);
            parser.parse(new InputSource(new StringReader(html)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
        return lines.lines();
    }
}
