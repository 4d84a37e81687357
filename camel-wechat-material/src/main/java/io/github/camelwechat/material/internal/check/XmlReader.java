package io.github.camelwechat.material.internal.check;

import java.io.StringReader;
import java.util.List;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reader of routes in XML: each attribute, and the text of an expression, may be a URI, which Camel lets go over
 * several lines.
 */
public final class XmlReader {

    private final WrittenOptions options;

    /**
     * Creates a reader.
     *
     * @param options take what is found
     */
    public XmlReader(WrittenOptions options) {
        this.options = options;
    }

    /** Reads a whole file. */
    public void read(String text) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamReader.START_ELEMENT -> attributes(reader);
                    case XMLStreamReader.CHARACTERS -> options.uri(line(reader), reader.getText(), List.of());
                    default -> {
                        // comments and ends
                    }
                }
            }
        } catch (XMLStreamException e) {
            // its text may show a part of the file
            options.unreadable(e.getLocation() == null ? 1 : e.getLocation().getLineNumber(), "is no XML from here");
        }
    }

    private void attributes(XMLStreamReader reader) {
        boolean kamelet = reader.getLocalName().equals("kamelet");
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String value = reader.getAttributeValue(i);
            boolean name = kamelet && reader.getAttributeLocalName(i).equals("name");
            options.uri(line(reader), name ? "kamelet:" + value : value, List.of());
        }
    }

    private static int line(XMLStreamReader reader) {
        return reader.getLocation().getLineNumber();
    }
}
