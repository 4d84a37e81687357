package io.github.camelwechat.material.article;

import java.io.InputStream;
import java.net.URL;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The headers of the jar, for sites that have Camel as bundles. */
class ArticleBundleTest {

    private static final String PACKAGE = "io.github.camelwechat.material.article";

    private final Attributes headers;

    ArticleBundleTest() throws Exception {
        URL place = JsoupPictureFinder.class.getProtectionDomain().getCodeSource().getLocation();
        String root = place.getPath().endsWith("/") ? place.toString() : "jar:" + place + "!/";
        try (InputStream manifest = new URL(root + "META-INF/MANIFEST.MF").openStream()) {
            headers = new Manifest(manifest).getMainAttributes();
        }
    }

    @Test
    void jarIsABundleAndAModule() {
        assertThat(headers.getValue("Bundle-SymbolicName")).isEqualTo(PACKAGE);
        assertThat(headers.getValue("Automatic-Module-Name")).isEqualTo(PACKAGE);
        assertThat(headers.getValue("Export-Package")).startsWith(PACKAGE + ";").doesNotContain(",io.");
    }

    /** The component exports the package only to bundles that name its attribute. */
    @Test
    void packageOfFindersIsImportedByItsAttribute() {
        assertThat(headers.getValue("Import-Package")).contains(
                "io.github.camelwechat.material.internal.article;internal=article", "io.github.camelwechat.material.error;",
                "org.jsoup.nodes;version=\"[1.21,2)\"");
    }

    @Test
    void nothingElseOfTheComponentIsImported() {
        assertThat(headers.getValue("Import-Package").split("io[.]github[.]camelwechat[.]material[.]", -1)).hasSize(3);
        assertThat(headers.getValue("Import-Package")).doesNotContain("org.apache.camel", "com.fasterxml");
    }
}
