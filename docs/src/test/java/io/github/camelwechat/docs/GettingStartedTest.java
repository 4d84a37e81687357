package io.github.camelwechat.docs;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

import io.github.camelwechat.simulator.WechatSimulatorExtension;
import org.apache.camel.main.Main;
import org.apache.camel.util.FileUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The application of the page on getting started; CI builds it from its pom and runs it as well. */
class GettingStartedTest {

    private static final Path INBOX = Path.of("inbox");

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    @Test
    void itUploadsWhatIsPutIntoItsFolder() throws Exception {
        FileUtil.removeDir(INBOX.toFile());
        Files.createDirectories(INBOX);
        Files.write(INBOX.resolve("camel.png"), Pictures.png());
        Main main = new Main();
        main.setDefaultPropertyPlaceholderLocation("classpath:getting-started/application.properties");
        main.addOverrideProperty("camel.component.wechat-material.api-url", wechat.url());
        main.configure().addRoutesBuilder(new UploadFolder());
        main.start();
        try {
            await().until(() -> Files.exists(INBOX.resolve(".done/camel.png")));
        } finally {
            main.stop();
        }
        assertThat(wechat.library("wxdemo").materials()).hasSize(1);
    }

    @Test
    void itsVersionsAreThoseOfThisProject() throws Exception {
        Map<String, String> properties = texts(parsed("pom.xml"), "properties");
        String own = text(parsed("pom.xml").getDocumentElement(), "version");

        assertThat(versions(parsed("docs/src/test/resources/getting-started/pom.xml")))
                .containsEntry("camel-wechat-material", own)
                .containsEntry("camel-main", properties.get("camel.version"))
                .containsEntry("camel-file", properties.get("camel.version"))
                .containsEntry("slf4j-simple", properties.get("slf4j.version"))
                .hasSize(6);
    }

    @Test
    void versionsOfThePageOnTestingAreThoseOfThisProject() throws Exception {
        Map<String, String> properties = texts(parsed("pom.xml"), "properties");
        assertThat(versions(parsed("docs/src/test/resources/testing/dependencies.xml")))
                .containsEntry("wechat-simulator", text(parsed("pom.xml").getDocumentElement(), "version"))
                .containsEntry("junit-jupiter", properties.get("junit.version"))
                .containsEntry("assertj-core", properties.get("assertj.version"))
                .containsEntry("awaitility", properties.get("awaitility.version"))
                .containsEntry("maven-surefire-plugin", versions(parsed("pom.xml")).get("maven-surefire-plugin"))
                .hasSize(5);
    }

    /** {@return the version of each dependency and plugin that has one} */
    private static Map<String, String> versions(Document pom) {
        Map<String, String> versions = new HashMap<>();
        for (String kind : new String[] { "dependency", "plugin" }) {
            for (int i = 0; i < pom.getElementsByTagName(kind).getLength(); i++) {
                Element part = (Element) pom.getElementsByTagName(kind).item(i);
                NodeList version = part.getElementsByTagName("version");
                if (version.getLength() > 0 && version.item(0).getParentNode() == part) {
                    versions.put(text(part, "artifactId"), version.item(0).getTextContent());
                }
            }
        }
        return versions;
    }

    private static Document parsed(String file) throws Exception {
        byte[] xml = Repository.read(file).getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static Map<String, String> texts(Document document, String parent) {
        Map<String, String> texts = new HashMap<>();
        for (Node node = document.getElementsByTagName(parent).item(0).getFirstChild();
             node != null;
             node = node.getNextSibling()) {
            texts.put(node.getNodeName(), node.getTextContent());
        }
        return texts;
    }

    /** Of the element's own child. */
    private static String text(Element element, String name) {
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeName().equals(name)) {
                return node.getTextContent();
            }
        }
        throw new AssertionError("no " + name);
    }
}
