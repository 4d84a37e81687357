package io.github.camelwechat.docs.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.camelwechat.docs.Repository;
import io.github.camelwechat.docs.Snippets;
import io.github.camelwechat.docs.Snippets.Snippet;
import io.github.camelwechat.material.WechatMaterialPropertyCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What Camel's catalog, and the component's own check of properties, say of the manual and of the examples. */
class CatalogValidationTest {

    private static final Catalogs CATALOGS = new Catalogs();
    private static final List<String> LANGUAGES = List.of("java", "yaml", "xml", "properties");

    /** The blocks of all pages, and the files of the examples. */
    static Stream<Snippet> snippets() {
        return Stream.concat(Snippets.inPages(), LANGUAGES.stream().flatMap(language -> examples("." + language)
                .map(file -> new Snippet(file.toString(), language, Repository.read(file)))));
    }

    private static Stream<Path> examples(String end) {
        return Repository.files("examples", end).stream()
                .filter(file -> file.toString().contains("/src/main/") || end.equals(".yaml"));
    }

    private static Stream<String> endpoints(Snippet snippet) {
        return EndpointUris.in(snippet.language(), snippet.text()).filter(CATALOGS::isEndpoint);
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void endpointsHaveTheirOptions(Snippet snippet) {
        assertThat(endpoints(snippet).map(CATALOGS::problem).flatMap(Optional::stream)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void propertiesHaveTheirOptions(Snippet snippet) {
        assertThat(WechatMaterialPropertyCheck.problems(PropertyNames.in(snippet.language(), snippet.text()))).isEmpty();
        if (snippet.language().equals("properties")) {
            assertThat(snippet.text().lines().filter(line -> !line.isBlank()).map(CATALOGS::propertyProblem)
                    .flatMap(Optional::stream)).isEmpty();
        }
    }

    @Test
    void thereAreEndpointsInEachLanguage() {
        assertThat(LANGUAGES).allSatisfy(language -> assertThat(snippets()
                .filter(snippet -> snippet.language().equals(language)).flatMap(CatalogValidationTest::endpoints)
                .filter(uri -> language.equals("properties") || uri.startsWith("wechat-material"))).isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            java       | from("file:inbox?moov=.done");                                                | moov
            java       | to("wechat-material:a?type=imgae");                                           | imgae
            java       | to("wechat-material:" + name() + "?typ=image");                               | typ
            java       | to("wechat-material-platform:p?operation=receeve");                           | receeve
            yaml       | - to: wechat-material:a?typ=image                                             | typ
            yaml       | [{to: {uri: 'wechat-material:a', parameters: {typ: image}}}]                  | typ
            yaml       | {spec: {source: {uri: 'file:inbox', properties: {moov: .done}}}}              | moov
            xml        | <to uri="wechat-material:a?type=image&amp;titel=x"/>                          | titel
            properties | upload.to = wechat-material:a?typ=image                                       | typ
            """)
    void misspeltOptionIsFound(String language, String text, String problem) {
        assertThat(endpoints(new Snippet("here", language, text)).map(CATALOGS::problem).flatMap(Optional::stream))
                .singleElement().asString().contains(problem);
    }

    /** All that there are in the repository, of tests too. */
    static Stream<Path> files() {
        return Repository.files("", ".properties", ".yaml", ".yml", ".xml").stream()
                .filter(file -> mayBeChecked(file.toString(), Repository.read(file)));
    }

    /** XML without routes may be a piece, as of a pom. */
    private static boolean mayBeChecked(String name, String text) {
        return !name.endsWith("xml") || text.contains("<to ");
    }

    @ParameterizedTest
    @MethodSource("files")
    void filesHaveNothingMisspelt(Path file) throws IOException {
        assertThat(WechatMaterialPropertyCheck.problems(Repository.TOP.resolve(file))).isEmpty();
    }

    /** The component's check finds in blocks of the manual what Camel's catalog finds there, and more. */
    @ParameterizedTest
    @MethodSource("snippets")
    void blocksHaveNothingMisspelt(Snippet snippet, @TempDir Path folder) throws IOException {
        if (!snippet.language().equals("java") && LANGUAGES.contains(snippet.language())
                && mayBeChecked(snippet.language(), snippet.text())) {
            Path file = Files.writeString(folder.resolve("block." + snippet.language()), snippet.text());
            assertThat(WechatMaterialPropertyCheck.problems(file)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            properties | camel.component.wechat-material.accounts[a].app-idd = x
            yaml       | camel: {component: {wechat-material: {accounts: {a: {app-idd: x}}}}}
            yaml       | {data: {application.yaml: 'camel.component.wechat-material.accounts.a.app-idd: x'}}
            """)
    void misspeltPropertyIsFound(String language, String text) {
        assertThat(WechatMaterialPropertyCheck.problems(PropertyNames.in(language, text))).singleElement().asString()
                .contains("app-idd sets nothing", "app-id");
    }
}
