package io.github.camelwechat.material;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelwechat.simulator.WechatSimulator;
import org.apache.camel.Exchange;
import org.apache.camel.spi.PropertiesComponent;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The Kamelets of the component's jar, as routes and Pipes use them. */
class KameletTest {

    /** With the characters that have a meaning in a URI. */
    private static final String SECRET = "planted+secret&of=a%20kamelet#1/?";

    @RegisterExtension
    final Wechat wechat = new Wechat();

    private WechatSimulator simulator;

    @BeforeEach
    void simulator() {
        simulator = WechatSimulator.builder().app(Wechat.APP, SECRET).start();
        wechat.context().getPropertiesComponent().addInitialProperty("account.secret", SECRET);
        wechat.context().getPropertiesComponent().addInitialProperty("simulator", simulator.url());
    }

    @AfterEach
    void end() {
        simulator.close();
    }

    private void route(String kamelet, String parameters) throws Exception {
        load("route.yaml", """
                - route:
                    from:
                      uri: direct:in
                      steps:
                        - to:
                            uri: kamelet:%s
                            parameters:
                              appId: wxdemo
                              secret: "RAW({{account.secret}})"
                %s
                """.formatted(kamelet, parameters.indent(14)));
    }

    private void load(String name, String text) throws Exception {
        PluginHelper.getRoutesLoader(wechat.context())
                .loadRoutes(ResourceHelper.fromBytes(name, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Exchange succeeded(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return exchange;
    }

    @ParameterizedTest
    @ValueSource(strings = { "wechat-material-sink", "wechat-material-action" })
    void uploads(String kamelet) throws Exception {
        route(kamelet, "apiUrl: \"{{simulator}}\"");

        succeeded(wechat.upload("direct:in", Samples.png(), Map.of("file", "骆驼.png")));

        assertThat(simulator.library(Wechat.APP).materials()).singleElement()
                .satisfies(material -> assertThat(material.name()).isEqualTo("骆驼.png"));
    }

    @Test
    void actionAnswersWithJson() throws Exception {
        route("wechat-material-action", "apiUrl: \"{{simulator}}\"");

        Exchange result = succeeded(wechat.upload("direct:in", Samples.png(), Map.of()));

        assertThat(result.getMessage().getHeader("Content-Type")).isEqualTo("application/json");
        assertThat(result.getMessage().getBody()).isInstanceOf(String.class);
        JsonNode json = new ObjectMapper().readTree(result.getMessage().getBody(String.class));
        assertThat(json.path("media_id").asText()).hasSize(64);
        assertThat(json.path("url").asText()).startsWith("http");
    }

    @ParameterizedTest
    @CsvSource({ "title, introduction", "ce-title, ce-introduction" })
    void headersDescribeAVideo(String title, String introduction) throws Exception {
        route("wechat-material-sink", "apiUrl: \"{{simulator}}\"\ntype: video\ntitle: other\nintroduction: other");

        succeeded(wechat.upload("direct:in", SmallMedia.mp4(), Map.of(title, "骆驼", introduction, "介绍")));

        assertThat(simulator.library(Wechat.APP).materials()).singleElement().satisfies(video -> {
            assertThat(video.title()).isEqualTo("骆驼");
            assertThat(video.introduction()).isEqualTo("介绍");
        });
    }

    @Test
    void parametersDescribeAVideo() throws Exception {
        route("wechat-material-sink", "apiUrl: \"{{simulator}}\"\ntitle: 骆驼\nintroduction: RAW(介绍 & more)");

        succeeded(wechat.upload("direct:in", SmallMedia.mp4(), Map.of()));

        assertThat(simulator.library(Wechat.APP).materials()).singleElement().satisfies(video -> {
            assertThat(video.title()).isEqualTo("骆驼");
            assertThat(video.introduction()).isEqualTo("介绍 & more");
        });
    }

    @Test
    void videoHasNoTitleThatNobodyGave() throws Exception {
        route("wechat-material-sink", "apiUrl: \"{{simulator}}\"");

        succeeded(wechat.upload("direct:in", SmallMedia.mp4(), Map.of("file", "walk.mp4", "introduction", "介绍")));

        assertThat(simulator.library(Wechat.APP).materials()).singleElement()
                .satisfies(video -> assertThat(video.title()).isEqualTo("walk"));
    }

    @Test
    void messageChoosesNoOtherOperation() throws Exception {
        route("wechat-material-sink", "apiUrl: \"{{simulator}}\"");

        succeeded(wechat.upload("direct:in", Samples.png(), Map.of(WechatMaterialConstants.OPERATION, "getMaterialCount")));

        assertThat(simulator.library(Wechat.APP).materials()).hasSize(1);
    }

    @Test
    void pipeUploads() throws Exception {
        pipe("apiUrl");

        succeeded(wechat.upload("direct:in", Samples.png(), Map.of()));

        assertThat(simulator.library(Wechat.APP).materials()).hasSize(1);
    }

    @Test
    void encodedPlaceholderOfAPipeDoesNotStart() {
        assertThatThrownBy(() -> pipe("apiUrl", "{{account.secret}}"))
                .hasStackTraceContaining("is a placeholder that was not resolved").hasStackTraceContaining("in a Pipe");
    }

    @Test
    void partOfAValueIsNotShownAsAName() {
        assertThatThrownBy(() -> route("wechat-material-sink", "introduction: \"one&planted-part\""))
                .hasStackTraceContaining("RAW(…)")
                .satisfies(failure -> assertThat(Throwables.getStackTrace(failure)).doesNotContain("no parameter planted"));
    }

    @Test
    void encodedTextOfAPipeDoesNotStart() {
        assertThatThrownBy(() -> pipe("title: 骆驼\n      apiUrl", "RAW({{account.secret}})"))
                .hasStackTraceContaining("parameter title is percent-encoded").hasStackTraceContaining("RAW(…)");
    }

    @Test
    void rawTextOfAPipeArrivesAsWritten() throws Exception {
        pipe("title: RAW(骆驼 & 100%)\n      apiUrl", "RAW({{account.secret}})");

        succeeded(wechat.upload("direct:in", SmallMedia.mp4(), Map.of()));

        assertThat(simulator.library(Wechat.APP).materials()).singleElement()
                .satisfies(video -> assertThat(video.title()).isEqualTo("骆驼 & 100%"));
    }

    private void pipe(String apiUrl) throws Exception {
        pipe(apiUrl, "RAW({{account.secret}})");
    }

    private void pipe(String apiUrl, String secret) throws Exception {
        load("pipe.yaml", """
                apiVersion: camel.apache.org/v1
                kind: Pipe
                metadata:
                  name: upload
                spec:
                  source:
                    uri: direct:in
                  sink:
                    ref:
                      kind: Kamelet
                      apiVersion: camel.apache.org/v1
                      name: wechat-material-sink
                    properties:
                      appId: wxdemo
                      secret: "%s"
                      %s: "RAW({{simulator}})"
                """.formatted(secret, apiUrl));
    }

    @Test
    void parametersMayBeProperties() throws Exception {
        properties("app-id", "secret", "apiUrl");

        succeeded(wechat.upload("direct:in", Samples.png(), Map.of()));

        assertThat(simulator.library(Wechat.APP).materials()).hasSize(1);
    }

    @Test
    void misspeltPropertyDoesNotStart() {
        assertThatThrownBy(() -> properties("app-id", "secret", "api-uri"))
                .hasStackTraceContaining("The Kamelet has no parameter apiUri; the nearest is apiUrl");
    }

    @ParameterizedTest
    @ValueSource(strings = { "apiurl", "api_url", "ApiUrl", "brand.api-uri" })
    void propertyThatCamelWouldIgnoreDoesNotStart(String name) {
        assertThatThrownBy(() -> properties("app-id", "secret", name)).hasStackTraceContaining("The Kamelet has no parameter")
                .hasStackTraceContaining("the nearest is apiUrl");
    }

    @Test
    void namedInstancesHavePropertiesOfTheirOwn() throws Exception {
        for (String name : List.of("brand-a", "brand-b")) {
            wechat.context().getPropertiesComponent()
                    .addInitialProperty("camel.kamelet.wechat-material-sink." + name + ".app-id", Wechat.APP);
            wechat.context().getPropertiesComponent()
                    .addInitialProperty("camel.kamelet.wechat-material-sink." + name + ".secret", "{{account.secret}}");
        }
        properties("app-id", "secret", "api-url");
        load("instance.yaml", """
                - route:
                    from:
                      uri: direct:instance
                      steps:
                        - to: kamelet:wechat-material-sink/brand-a
                """);
    }

    private void properties(String appId, String secret, String apiUrl) throws Exception {
        PropertiesComponent properties = wechat.context().getPropertiesComponent();
        properties.addInitialProperty("camel.kamelet.wechat-material-sink." + appId, Wechat.APP);
        properties.addInitialProperty("camel.kamelet.wechat-material-sink." + secret, "{{account.secret}}");
        properties.addInitialProperty("camel.kamelet.wechat-material-sink." + apiUrl, "{{simulator}}");
        load("routes.yaml", """
                - route:
                    from:
                      uri: direct:in
                      steps:
                        - to: kamelet:wechat-material-sink
                """);
    }

    @Test
    void pipeWithMisspeltParameterDoesNotStart() {
        assertThatThrownBy(() -> pipe("apiUri")).hasStackTraceContaining(
                "The Kamelet has no parameter apiUri; the nearest is apiUrl")
                .satisfies(failure -> assertThat(Throwables.getStackTrace(failure)).doesNotContain("planted"));
    }

    @Test
    void misspeltParameterDoesNotStartBesideOneThatIsRight() throws Exception {
        load("routes.yaml", """
                - route:
                    from:
                      uri: direct:right
                      steps:
                        - to: kamelet:wechat-material-sink?appId=wxdemo&secret=s
                """);

        assertThatThrownBy(() -> route("wechat-material-sink", "api-uri: \"{{simulator}}\""))
                .hasStackTraceContaining("has no parameter");
    }

    @Test
    void missingParameterDoesNotStart() {
        assertThatThrownBy(() -> load("route.yaml", """
                - route:
                    from:
                      uri: direct:in
                      steps:
                        - to: kamelet:wechat-material-sink?appId=wxdemo&secreet=s
                """)).hasStackTraceContaining("mandatory parameters must be provided: secret");
    }

    @ParameterizedTest
    @ValueSource(strings = { "sink", "action" })
    void namesAreThoseOfTheFile(String kind) throws Exception {
        try (InputStream file = KameletTest.class.getResourceAsStream("/kamelets/wechat-material-" + kind + ".kamelet.yaml")) {
            String yaml = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            String properties = yaml.substring(yaml.indexOf("    properties:\n"), yaml.indexOf("  dependencies:\n"));
            assertThat(Pattern.compile("(?m)^ {6}(\\w+):$").matcher(properties).results().map(match -> match.group(1)))
                    .containsExactlyInAnyOrderElementsOf(WechatMaterialKameletParameters.NAMES);
            assertThat(yaml).containsPattern("mvn:io.github.camelwechat:camel-wechat-material:\\d[^@]*\"");
        }
    }
}
