package io.github.camelwechat.material.internal.platform;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the fields of a push: the text of each element below the root. It is always UTF-8, whatever the document says
 * of itself. A document type is refused, and so are deep nesting, many fields, and a field that is there twice.
 */
final class PushXml {

    private static final int MAX_DEPTH = 8;
    private static final int MAX_FIELDS = 64;
    private static final int FIELD_DEPTH = 2;
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final Map<String, String> fields = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private int depth;
    private boolean nested;

    private PushXml() {
    }

    /**
     * Reads a document.
     *
     * @param  reason of a refusal
     * @return        the fields by name; an element with further elements in it has an empty text
     */
    static Map<String, String> fields(byte[] document, Refusal reason) throws RefusedPushException {
        try {
            return new PushXml().read(decoded(document));
        } catch (CharacterCodingException | XMLStreamException | RuntimeException e) {
            // the parser is the JDK's: what else it may throw at a strange document is not ours to know
            throw new RefusedPushException(reason);
        }
    }

    /** The parser would tell the error stream of a byte that is not UTF-8, so it gets characters. */
    private static String decoded(byte[] document) throws CharacterCodingException {
        String decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString();
        return decoded.startsWith(BYTE_ORDER_MARK) ? decoded.substring(BYTE_ORDER_MARK.length()) : decoded;
    }

    private Map<String, String> read(String document) throws XMLStreamException {
        // without support for it, the parser skips a document type; of one that is cut it tells the error stream
        if (document.contains("<!DOCTYPE")) {
            throw new XMLStreamException("document type");
        }
        XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(document));
        try {
            while (xml.hasNext()) {
                read(xml, xml.next());
            }
        } finally {
            xml.close();
        }
        return fields;
    }

    private void read(XMLStreamReader xml, int event) throws XMLStreamException {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                if (depth == FIELD_DEPTH) {
                    text.append(xml.getText());
                }
            }
            case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
            case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION, XMLStreamConstants.END_DOCUMENT -> {
                // no part of a text
            }
            default -> throw new XMLStreamException("event " + event);
        }
    }

    private void start() throws XMLStreamException {
        depth++;
        if (depth > MAX_DEPTH) {
            throw new XMLStreamException("too deep");
        }
        if (depth == FIELD_DEPTH) {
            text.setLength(0);
        }
        nested = depth > FIELD_DEPTH;
    }

    private void end(String name) throws XMLStreamException {
        if (depth == FIELD_DEPTH && (fields.put(name, nested ? "" : text.toString()) != null || fields.size() > MAX_FIELDS)) {
            throw new XMLStreamException("too many fields");
        }
        depth--;
    }

    /** Creates a parser's factory. The JDK does not promise that threads can share one. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        // a field of another namespace keeps its prefix, and so is none of WeChat's
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        return factory;
    }
}
