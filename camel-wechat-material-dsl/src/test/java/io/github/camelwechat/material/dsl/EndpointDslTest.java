package io.github.camelwechat.material.dsl;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageIO;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import io.github.camelwechat.material.WechatMaterialPlatformEndpoint;
import io.github.camelwechat.material.result.MaterialCount;
import io.github.camelwechat.simulator.WechatSimulatorExtension;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Routes in Java with the typed builders, against the simulator. */
class EndpointDslTest {

    @RegisterExtension
    static final WechatSimulatorExtension SIMULATOR = new WechatSimulatorExtension();

    private static final Path UPLOAD_ROUTES
            = Path.of("src/test/java/io/github/camelwechat/material/dsl/UploadRoutes.java");

    @TempDir
    private Path inbox;

    private final Main main = new Main();

    private void start() {
        main.addInitialProperty("camel.component.wechat-material.app-id", "wxdemo");
        main.addInitialProperty("camel.component.wechat-material.secret", "secret");
        main.addInitialProperty("camel.component.wechat-material.api-url", SIMULATOR.url());
        String platform = "camel.component.wechat-material.platforms[my-platform].";
        main.addInitialProperty(platform + "app-id", "wxplatform");
        main.addInitialProperty(platform + "secret", "platform-secret");
        main.addInitialProperty(platform + "token", "platformtoken");
        main.addInitialProperty(platform + "secret-key", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFE");
        main.addInitialProperty(platform + "store", "memory");
        main.addInitialProperty("upload.folder", inbox.toString());
        main.start();
    }

    @AfterEach
    void stop() {
        main.stop();
    }

    @Test
    void folderGoesIntoTheLibrary() throws Exception {
        Files.write(inbox.resolve("camel.png"), png());
        Files.writeString(inbox.resolve("really-text.png"), "no picture");
        main.configure().addRoutesBuilder(new UploadRoutes());

        start();

        await().untilAsserted(() -> {
            assertThat(inbox.resolve(".done/camel.png")).exists();
            assertThat(inbox.resolve(".failed/really-text.png")).exists();
        });
        assertThat(SIMULATOR.library("wxdemo").materials()).hasSize(1);
    }

    @Test
    void operationIsCalled() throws Exception {
        main.configure().addRoutesBuilder(new OperationRoutes());
        start();

        Object count = main.getCamelTemplate().requestBody("direct:count", (Object) null);

        assertThat(count).isInstanceOf(MaterialCount.class);
    }

    @Test
    void secondSchemeHasABuilder() throws Exception {
        main.configure().addRoutesBuilder(new OperationRoutes());
        start();

        assertThat(main.getCamelContext().getEndpoints()).filteredOn(WechatMaterialPlatformEndpoint.class::isInstance)
                .singleElement().satisfies(endpoint -> assertThat(endpoint.getEndpointUri())
                        .isEqualTo("wechat-material-platform://my-platform?operation=getAuthorizerList"));
    }

    @Test
    void misspeltOptionDoesNotCompile() throws Exception {
        String source = Files.readString(UPLOAD_ROUTES);

        assertThat(errors(source)).isEmpty();
        assertThat(errors(source.replace(".type(\"image\")", ".tpye(\"image\")"))).singleElement().asString()
                .contains("cannot find symbol", "tpye(");
    }

    private static List<String> errors(String source) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///UploadRoutes.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            List<String> options = List.of("-proc:none", "-implicit:none", "-classpath", System.getProperty("java.class.path"),
                    "-d", Files.createTempDirectory("classes").toString());
            compiler.getTask(null, files, diagnostics, options, null, List.of(file)).call();
        }
        return diagnostics.getDiagnostics().stream().filter(found -> found.getKind() == Diagnostic.Kind.ERROR)
                .map(found -> found.getMessage(Locale.ROOT)).toList();
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
