package io.github.camelwechat.material;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The check of files: it names file, line, wrong name and nearest right one, and no value. */
class PropertyCheckFilesTest {

    @TempDir
    private Path folder;

    private List<String> check(String name, String text) throws IOException {
        return check(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> check(String name, byte[] bytes) throws IOException {
        return WechatMaterialPropertyCheck.problems(Files.write(folder.resolve(name), bytes)).stream()
                .map(problem -> problem.replace(folder + "/", "")).toList();
    }

    @Test
    void rightPropertiesAreNoProblem() throws IOException {
        assertThat(check("a.properties", """
                # camel.component.wechat-material.typo = 1
                  ! camel.component.wechat-material.typo = 1
                camel.component.wechat-material.accounts[brand-a].app-id = {{env:APP:wx1}}
                camel.component.wechat-material.accounts[brand-a].secret: ${SECRET:${OTHER:x}}
                camel.component.wechat-material.accounts[brand-a].api-url {{?api.url}}
                camel.component.wechat-material.appid = x
                camel.component.wechat-material.title = {{bean:a?method=b}} and a {brace}
                %dev.camel.component.wechat-material.secret = $plain}}
                camel.component.{{name}}.tpye = x
                camel.component.kafka.tpye = {{
                camel.component.wechat-material.file-name = \\
                  camel.component.wechat-material.typo = 1
                other = wechat-material
                camel.kamelet.wechat-material-sink.app-id = x
                camel.kamelet.wechat-material-sink.brand.apiUrl = x
                camel.kamelet.kafka-sink.tpic = x
                a.wechat-material.tpye = x
                upload.to = wechat-material:{{account}}?{{more}}&secret=RAW(a&tpye=b)&title={{t:x&y}}&api-url=x&APPID=y
                upload.other = kafka:topic?borkers=x
                upload.text = wechat-material is nice?tpye=x
                """)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
               textBlock = """
                       camel.component.wechat-material.app-idd = SECRET             | app-idd sets nothing      | wechat-material.app-id
                       camel.component.wechat-material.accounts[a].secrte: SECRET   | accounts[a].secrte        | accounts[a].secret
                       camel.component.wechat-material.accounts.a.secrte SECRET     | accounts.a.secrte         | accounts.a.secret
                       camel.component.wechat-material.platforms[p].secretKy=SECRET | platforms[p].secretKy     | platforms[p].secret-key
                       %dev.camel.component.wechat-material.sceret = SECRET         | .sceret sets nothing      | %dev.camel.component.wechat-material.secret
                       camel.componet.wechat-material.secret = SECRET               | camel.componet            | camel.component.wechat-material.secret
                       camel.wechat-material.secret = SECRET                        | camel.wechat-material     | camel.component.wechat-material.secret
                       camel.kamelet.wechat-material-sink.api-uri = SECRET          | sink.api-uri sets nothing | wechat-material-sink.api-url
                       camel.kamelet.wechat-material-snik.api-url = SECRET          | wechat-material-snik      | wechat-material-sink
                       camel.component.wechat-material.\\u0061pp-idd = SECRET       | app-idd sets nothing      | wechat-material.app-id
                       camel.component.wechat-material.app\\ id = SECRET            | app id sets nothing       | wechat-material.app-id
                       x = wechat-material:a?secret=RAW(SECRET)&tpye=SECRET         | no option tpye            | type
                       x = wechat-material-platform:p?operaton=SECRET               | no option operaton        | operation
                       x = wechat-materail:a?secret=SECRET                          | no wechat-materail        | wechat-material
                       x = kamelet:wechat-material-sink?apiUri=SECRET               | no option apiUri          | apiUrl
                       x = kamelet:wechat-material-snik?secret=SECRET               | no wechat-material-snik   | wechat-material-sink
                       """)
    void misspeltPropertyIsNamedWithFileAndLine(String line, String wrong, String nearest) throws IOException {
        assertThat(check("a.properties", "# one\n\n" + line + "\n")).singleElement().asString().startsWith("a.properties:3: ")
                .contains(wrong).endsWith(nearest).contains("; the nearest ").doesNotContain("SECRET");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "wechat-material:a?proxyAuthPassword=a&PART", "wechat-material:a?proxyAuthPassword=a&PART&type=image",
            "kamelet:wechat-material-sink?secret=a&PART&type=image" })
    void partOfASecretIsNotTakenForAName(String uri) throws IOException {
        assertThat(check("a.properties", "x = " + uri)).singleElement().asString().startsWith("a.properties:1: ")
                .contains("a text without = is no option", "RAW(…)").doesNotContain("PART");
    }

    @Test
    void lineIsTheFirstOfThoseThatAPropertyGoesOver() throws IOException {
        assertThat(check("a.properties", """
                a = b\\
                  c
                camel.component.wechat-material.\\
                  tpye = x
                camel.component.wechat-material.tilte = ends in two \\\\
                camel.component.wechat-material.scret = \\uzz
                """)).satisfiesExactly(
                first -> assertThat(first).startsWith("a.properties:3: ").contains(".tpye sets nothing"),
                second -> assertThat(second).startsWith("a.properties:5: ").contains(".tilte sets nothing"),
                third -> assertThat(third).startsWith("a.properties:6: a backslash with u"));
    }

    @Test
    void encodingIsThatOfTheFile() throws IOException {
        String text = "# Größe\r\ncamel.component.wechat-material.titel = Größe\r\n";
        assertThat(check("latin.properties", text.getBytes(StandardCharsets.ISO_8859_1))).singleElement().asString()
                .startsWith("latin.properties:2: ").contains("titel");
        assertThat(check("mark.properties", "\uFEFFcamel.component.wechat-material.titel = 骆驼")).singleElement().asString()
                .startsWith("mark.properties:1: ").contains("titel");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {{SECRET              | does not end
            ${SECRET              | does not end
            {{}}SECRET            | without a name
            {{env:}}SECRET        | without a name
            {{?}}SECRET           | without a name
            ${env:SECRET}         | ${env:…}
            %7B%7BSECRET%7D%7D    | encoded placeholder
            """)
    void placeholderThatNothingResolvesIsAProblem(String value, String problem) throws IOException {
        assertThat(check("a.properties", "camel.component.wechat-material.accounts[a].secret = " + value)).singleElement()
                .asString().startsWith("a.properties:1: the value of camel.component.wechat-material.accounts[a].secret ")
                .contains(problem).doesNotContain("SECRET");
    }

    @Test
    void rightYamlIsNoProblem() throws IOException {
        assertThat(check("a.yaml", """
                # camel.component.wechat-material.tpye: x
                camel:
                  component:
                    wechat-material:
                      'accounts':
                        brand-a: &a {appId: x, "secret": "{{env:X}}"}
                        "[brand-b]":
                          <<: *a
                          api-url: ${URL}
                    kafka: {tpye: x}
                ---
                - route:
                    from:
                      uri: file:inbox
                      parameters: {tpye: x}
                      steps:
                        - to: "wechat-material:a?type=image"
                        - to: {uri: "wechat-material:a", parameters: {type: image, secret: "RAW({{s}})"}}
                        - to: {uri: "kamelet:wechat-material-sink", parameters: {appId: x}}
                        - log: "wechat-material: a?tpye=x"
                """)).isEmpty();
    }

    @Test
    void kameletStepIsCheckedInYaml() throws IOException {
        assertThat(check("a.yaml", """
                - kamelet: wechat-material-snik
                - kamelet: wechat-material-sink?apiUri=SECRET
                - kamelet:
                    name: wechat-material-action
                    parameters:
                      secret: SECRET
                      apiUri: SECRET
                - kamelet: {name: kafka-sink, parameters: {tpic: x}}
                - kamelet: {name: wechat-material-sink, parameters: {apiUrl: x}}
                """)).satisfiesExactly(
                one -> assertThat(one).startsWith("a.yaml:1: ").contains("no wechat-material-snik"),
                one -> assertThat(one).startsWith("a.yaml:2: ").contains("no option apiUri"),
                one -> assertThat(one).startsWith("a.yaml:7: ").contains("no option apiUri"))
                .allSatisfy(problem -> assertThat(problem).doesNotContain("SECRET"));
    }

    @Test
    void schemeAloneHasItsOptionsBeside() throws IOException {
        assertThat(check("a.yaml", """
                - to: {uri: wechat-material, parameters: {account: a, type: image}}
                - to: {uri: wechat-material-platform, parameters: {platform: a, operation: check}}
                - to: {uri: kamelet, parameters: {templateId: wechat-material-sink, appId: x}}
                - to: {uri: log, parameters: {name: a, tpye: x}}
                - to: {uri: wechat-material, parameters: {acount: a}}
                - to: {uri: wechat-material, parameters: {account: a, tpye: SECRET}}
                - to: {uri: wechat-materail, parameters: {account: a}}
                - to: {uri: kamelet, parameters: {templateId: wechat-material-sink, apiUri: SECRET}}
                - to: {uri: "wechat-material:a", parameters: {account: b}}
                """)).satisfiesExactly(
                one -> assertThat(one).startsWith("a.yaml:5: ").contains("no option acount").endsWith("account"),
                one -> assertThat(one).startsWith("a.yaml:6: ").contains("no option tpye").endsWith("type"),
                one -> assertThat(one).startsWith("a.yaml:7: ").contains("no wechat-materail"),
                one -> assertThat(one).startsWith("a.yaml:8: ").contains("no option apiUri"),
                one -> assertThat(one).startsWith("a.yaml:9: ").contains("no option account"))
                .allSatisfy(problem -> assertThat(problem).doesNotContain("SECRET"));
    }

    @Test
    void listInYamlSetsNoOption() throws IOException {
        assertThat(check("a.yaml", """
                camel.component.wechat-material:
                  tpye: [SECRET]
                  accounts:
                    - secret: "{{SECRET"
                    - app-idd: x
                    - brand: {secret: x}
                """)).satisfiesExactly(
                one -> assertThat(one).startsWith("a.yaml:2: ").contains("tpye[0] sets nothing"),
                one -> assertThat(one).startsWith("a.yaml:4: ").contains("accounts[0].secret", "does not end"),
                one -> assertThat(one).startsWith("a.yaml:5: ").contains("accounts[1].app-idd sets nothing"),
                one -> assertThat(one).startsWith("a.yaml:6: ").contains("accounts[2].brand.secret sets nothing"))
                .allSatisfy(problem -> assertThat(problem).doesNotContain("SECRET"));
    }

    @Test
    void misspeltOptionInYamlIsNamedWithItsLine() throws IOException {
        assertThat(check("a.yml", """
                camel:
                  component:
                    wechat-material:
                      accounts:
                        brand-a:
                          "app-idd": SECRET
                        "[brand-b]": &b
                          sercet: SECRET
                      platforms: {p: {tokne: SECRET}}
                ---
                - to: wechat-material:a?tpye=SECRET
                - to:
                    uri: wechat-material:a
                    parameters:
                      secret: SECRET
                      titel: SECRET
                - to: {uri: kamelet:wechat-material-action, parameters: {apiUri: SECRET}}
                ---
                kind: Pipe
                spec:
                  sink:
                    ref: {kind: Kamelet, name: wechat-material-sink}
                    properties:
                      typ: SECRET
                ---
                kind: ConfigMap
                data:
                  camel.component.wechat-material.tpye: SECRET
                  application.properties: |
                    # one
                    camel.component.wechat-material.tilte=SECRET
                  application.yaml: |
                    camel:
                      component.wechat-material.introducton: SECRET
                """)).satisfiesExactly(
                one -> assertThat(one).startsWith("a.yml:6: ").contains("accounts.brand-a.app-idd ", "brand-a.app-id"),
                one -> assertThat(one).startsWith("a.yml:8: ").contains("accounts.[brand-b].sercet ", "].secret"),
                one -> assertThat(one).startsWith("a.yml:9: ").contains("platforms.p.tokne ", "p.token"),
                one -> assertThat(one).startsWith("a.yml:11: ").contains("no option tpye", "type"),
                one -> assertThat(one).startsWith("a.yml:16: ").contains("no option titel", "title"),
                one -> assertThat(one).startsWith("a.yml:17: ").contains("no option apiUri", "apiUrl"),
                one -> assertThat(one).startsWith("a.yml:24: ").contains("no option typ;", "type"),
                one -> assertThat(one).startsWith("a.yml:28: ").contains("tpye", "type"),
                one -> assertThat(one).startsWith("a.yml:31: ").contains("tilte", "title"),
                one -> assertThat(one).startsWith("a.yml:34: ").contains("introducton", "introduction"))
                .allSatisfy(problem -> assertThat(problem).doesNotContain("SECRET"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "a.yaml", "a.xml" })
    void fileThatCannotBeReadIsAProblemWithoutItsText(String name) throws IOException {
        assertThat(check(name, "\n{ a: SECRET\n<]")).singleElement().asString().startsWith(name + ":").contains("from here")
                .doesNotContain("SECRET");
    }

    @Test
    void keyMayBeAnything() throws IOException {
        assertThat(check("a.yaml", "? {c: d}\n: x\n? [e]\n: {to: 'wechat-material:a?tpye=x'}\n1: y\n")).isEmpty();
        assertThat(check("b.yaml", "1: {to: 'wechat-material:a?tpye=x'}\n")).hasSize(1);
    }

    @Test
    void yamlWithForbiddenCharactersIsAProblem() throws IOException {
        assertThat(check("a.yaml", "a: \u0001SECRET")).singleElement().asString().isEqualTo("a.yaml:1: is no YAML from here");
    }

    @Test
    void yamlThatHoldsItselfEnds() throws IOException {
        assertThat(check("a.yaml", "&a\nx: *a\ncamel.component.wechat-material.tpye: x\n")).hasSize(1);
    }

    @Test
    void misspeltOptionInXmlIsNamedWithItsLine() throws IOException {
        assertThat(check("a.xml", """
                <?xml version="1.0"?>
                <routes xmlns="http://camel.apache.org/schema/xml-io">
                  <!-- <to uri="wechat-material:a?tpye=SECRET"/> -->
                  <route><from uri="file:x?tpye=x"/>
                    <to uri="wechat-material:a?type=image&amp;titel=SECRET"/>
                    <to uri="wechat-material:a?
                             type=image&amp;
                             secret=RAW(a&amp;b=SECRET)"/>
                  </route>
                </routes>
                """)).containsExactly("a.xml:5: wechat-material: there is no option titel; the nearest is title");
    }

    @Test
    void kameletStepAndExpressionAreCheckedInXml() throws IOException {
        assertThat(check("a.xml",
                """
                        <routes><route><from uri="direct:a"/>
                          <kamelet name="wechat-material-snik"/>
                          <kamelet name="wechat-material-sink?apiUri=SECRET"/>
                          <kamelet name="wechat-material-sink?apiUrl=x"/>
                          <recipientList><constant>wechat-material:a?tpye=SECRET</constant></recipientList>
                          <recipientList><simple><![CDATA[wechat-material:${header.a}?type=image&titel=SECRET]]></simple></recipientList>
                          <description>wechat-material: all?tpye=x</description>
                        </route></routes>
                        """))
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("a.xml:2: ").contains("no wechat-material-snik"),
                        one -> assertThat(one).startsWith("a.xml:3: ").contains("no option apiUri"),
                        one -> assertThat(one).startsWith("a.xml:5: ").contains("no option tpye"),
                        one -> assertThat(one).startsWith("a.xml:6: ").contains("no option titel"))
                .allSatisfy(problem -> assertThat(problem).doesNotContain("SECRET"));
    }

    @Test
    void fileOfAnotherKindIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> check("a.json", "{}"))
                .withMessageContaining("a.json cannot be checked");
    }
}
