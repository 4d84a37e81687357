package io.github.camelwechat.docs;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Element;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The coordinates that the README tells are those under which the build installs the component. */
class GettingItTest {

    private static final List<String> COORDINATES = List.of("groupId", "artifactId", "version");

    @Test
    void theDependencyIsTheComponent() throws Exception {
        Element component = root("camel-wechat-material/pom.xml");
        Element parent = (Element) component.getElementsByTagName("parent").item(0);
        Element dependency = root("docs/src/test/resources/readme/dependency.xml");

        assertThat(COORDINATES.stream().map(name -> text(dependency, name)))
                .containsExactly(text(parent, "groupId"), ownText(component, "artifactId"), text(parent, "version"));
    }

    private static Element root(String file) throws Exception {
        byte[] xml = Repository.read(file).getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml))
                .getDocumentElement();
    }

    private static String text(Element element, String name) {
        return element.getElementsByTagName(name).item(0).getTextContent();
    }

    /** Not that of a parent or a dependency. */
    private static String ownText(Element element, String name) {
        return Stream.iterate(element.getFirstChild(), node -> node != null, node -> node.getNextSibling())
                .filter(node -> node.getNodeName().equals(name)).findFirst().orElseThrow().getTextContent();
    }
}
