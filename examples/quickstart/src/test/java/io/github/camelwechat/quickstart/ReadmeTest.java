package io.github.camelwechat.quickstart;

import java.io.StringReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.tools.ToolProvider;

import io.github.camelwechat.simulator.WechatSimulatorExtension;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.main.Main;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The routes of the project's README, as they stand there, but for the folder and the account's environment variables.
 */
class ReadmeTest {

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    private final Path here;

    ReadmeTest(@TempDir Path here) {
        this.here = here;
    }

    @Test
    void javaRoute() throws Exception {
        Path source = Files.writeString(here.resolve("Upload.java"), route("java"));
        int errors = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-cp", System.getProperty("java.class.path"),
                "-d", here.toString(), source.toString());
        assertThat(errors).isZero();
        try (URLClassLoader loader = new URLClassLoader(new URL[] { here.toUri().toURL() })) {
            RoutesBuilder route = (RoutesBuilder) loader.loadClass("Upload").getConstructor().newInstance();
            assertThatItUploads(context -> context.addRoutes(route));
        }
    }

    @Test
    void yamlRoute() throws Exception {
        assertThatItUploads(loaded("route.yaml", route("yaml")));
    }

    @Test
    void xmlRoute() throws Exception {
        assertThatItUploads(loaded("route.xml", route("xml")));
    }

    private Step loaded(String name, String route) {
        return context -> PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString(name, route));
    }

    private void assertThatItUploads(Step addRoute) throws Exception {
        Path inbox = Files.createDirectory(here.resolve("inbox"));
        new SampleMedia().copyInto(inbox);
        Main main = new Main();
        main.setDefaultPropertyPlaceholderLocation("false");
        Properties account = new Properties();
        account.load(new StringReader(
                snippet("properties").replaceAll("\\{\\{env:.*_APP_ID}}", WechatSimulatorExtension.APP_ID)
                        .replaceAll("\\{\\{env:.*_SECRET}}", WechatSimulatorExtension.SECRET)));
        main.setInitialProperties(account);
        main.addInitialProperty("camel.component.wechat-material.api-url", wechat.url());
        main.start();
        try {
            NotifyBuilder done = new NotifyBuilder(main.getCamelContext()).whenCompleted(10).create();
            addRoute.to(main.getCamelContext());
            assertThat(done.matches(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            main.stop();
        }
        assertThat(wechat.library(WechatSimulatorExtension.APP_ID).materials()).hasSize(10);
        assertThat(inbox.resolve(".done/walk.mp4")).exists();
        assertThat(inbox.resolve(".failed/really-webp.jpg")).exists();
    }

    private String route(String language) throws Exception {
        return snippet(language).replace("file:inbox", "file:" + here.resolve("inbox"));
    }

    /** The first one of a language. */
    private static String snippet(String language) throws Exception {
        Matcher block = Pattern.compile("```" + language + "\n(.*?)\n```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../../README.md")));
        assertThat(block.find()).as("a block of " + language).isTrue();
        return block.group(1);
    }

    private interface Step {
        void to(CamelContext context) throws Exception;
    }
}
