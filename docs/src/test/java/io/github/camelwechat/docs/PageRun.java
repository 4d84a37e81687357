package io.github.camelwechat.docs;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.library.Library;
import io.github.camelwechat.simulator.library.Material;
import io.github.camelwechat.simulator.platform.Platform;
import io.github.camelwechat.simulator.push.Push;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A run of the routes of a page, in the application made of the page. The routes start, with a simulator in place of
 * WeChat, and what they refer to exists. A folder gets a picture and a file that is none: both leave the folder, and
 * the picture is uploaded once; a folder of articles gets one, which becomes a draft. A direct endpoint takes a picture
 * without an exception, and a timer makes a call. Where a route takes pushes, a ticket and the authorization of a
 * merchant are pushed first.
 */
final class PageRun {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String MEDIA_ID = "CamelWechatMaterialMediaId";
    private static final String MERCHANT = "wx0123456789abcdef";
    private static final String PLATFORM = "wxplatform";
    private static final String PUSHES = "/wechat/push";

    private PageRun() {
    }

    /** Runs the application with its properties alone. */
    static void properties() throws Exception {
        run(main -> {
        });
    }

    /** Runs the application with the routes of one class. */
    static void routes(RouteBuilder routes) throws Exception {
        run(main -> main.configure().addRoutesBuilder(routes));
    }

    /** Runs the application with a file of routes in YAML or XML. */
    static void resource(String name) throws Exception {
        run(main -> main.configure().setRoutesIncludePattern("classpath:" + name));
    }

    private static void run(Setup setup) throws Exception {
        try (WechatSimulator wechat = WechatSimulator.builder().app("wxdemo", "secret").app("wxother", "other-secret")
                .app(MERCHANT, "merchant-secret").platform(PLATFORM, "platform-secret")
                .platform(PLATFORM, settings -> settings.messageToken("platformtoken")
                        .encodingAesKey("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFE"))
                .start()) {
            Main main = new Main();
            main.addOverrideProperty("camel.component.wechat-material.api-url", wechat.url());
            main.addOverrideProperty("camel.main.shutdown-timeout", "5");
            // some pages have it, and accounts in URIs for those who do not
            main.addOverrideProperty("camel.component.wechat-material.allow-uri-accounts", "true");
            int port = freePort();
            if (applicationProperties().contains("camel.server.enabled=true")) {
                main.addOverrideProperty("camel.server.port", String.valueOf(port));
            }
            if (applicationProperties().contains("platforms[my-platform].store")) {
                main.addOverrideProperty("camel.component.wechat-material.platforms[my-platform].store", "memory");
            }
            if (applicationProperties().contains("cover = ")) {
                main.addOverrideProperty("cover", stored(wechat.url()));
            }
            // no routes but those of the setup
            main.configure().setRoutesIncludePattern("false");
            setup.to(main);
            main.start();
            List<Path> folders;
            try {
                CamelContext context = main.getCamelContext();
                folders = folders(context, false);
                assertThatAllStarted(context);
                assertThatConfigurationsExist(context);
                if (!endpoints(context, "platform-http:").isEmpty()) {
                    authorizeMerchant(wechat.platform(PLATFORM).callbackUrl("http://127.0.0.1:" + port + PUSHES));
                }
                for (Path folder : folders) {
                    assertThatAllLeaves(folder);
                }
                for (Path folder : folders(context, true)) {
                    assertThatAnArticleBecomesADraft(folder, wechat.library("wxdemo"));
                }
                if (!endpoints(context, "timer:").isEmpty()) {
                    await("the timer makes a call").atMost(PATIENCE).until(() -> !wechat.journal().entries().isEmpty());
                }
                assertThatDirectEndpointsTakeAPicture(context, wechat.url());
            } finally {
                // waits for tapped branches too
                main.stop();
            }
            assertThat(wechat.library("wxdemo").materials()).extracting(Material::name)
                    .filteredOn("picture.png"::equals).hasSameSizeAs(folders);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String applicationProperties() throws IOException {
        try (InputStream properties = PageRun.class.getResourceAsStream("/application.properties")) {
            return properties == null ? "" : new String(properties.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Pushes a ticket and an authorization to the route that takes pushes. */
    private static void authorizeMerchant(Platform platform) throws InterruptedException {
        assertThat(platform.tickets().push().awaitEnd(PATIENCE)).isEqualTo(Push.State.DELIVERED);
        Push authorized = platform.merchants().authorize(MERCHANT).push();
        assertThat(authorized).isNotNull();
        assertThat(authorized.awaitEnd(PATIENCE)).isEqualTo(Push.State.DELIVERED);
    }

    private static void assertThatAllStarted(CamelContext context) {
        assertThat(context.getRoutes())
                .allMatch(route -> context.getRouteController().getRouteStatus(route.getId()).isStarted());
    }

    /** Checks the names of route configurations, which Camel ignores where there is none of that name. */
    private static void assertThatConfigurationsExist(CamelContext context) {
        ModelCamelContext model = (ModelCamelContext) context;
        assertThat(model.getRouteDefinitions()).extracting(RouteDefinition::getRouteConfigurationId)
                .as("names of route configurations")
                .allMatch(id -> id == null || model.getRouteConfigurationDefinition(id) != null);
    }

    /** {@return the folders of this machine from which routes take files: only articles, or any} */
    private static List<Path> folders(CamelContext context, boolean articles) {
        return endpoints(context, "file:").stream().filter(uri -> uri.contains("html") == articles)
                .map(uri -> Path.of(uri.replaceFirst("^file:(//)?", "").replaceFirst("[?].*", ""))).toList();
    }

    private static List<String> endpoints(CamelContext context, String scheme) {
        return context.getRoutes().stream().map(Route::getEndpoint).map(endpoint -> endpoint.getEndpointUri())
                .filter(uri -> uri.startsWith(scheme)).distinct().toList();
    }

    private static void assertThatAllLeaves(Path folder) throws IOException {
        Path picture = put(folder, "picture.png", png());
        Path text = put(folder, "really-text.png", "no picture".getBytes(StandardCharsets.UTF_8));
        await("both files leave " + folder).atMost(PATIENCE).until(() -> Files.notExists(picture) && Files.notExists(text));
    }

    private static void assertThatAnArticleBecomesADraft(Path folder, Library library) throws IOException {
        put(folder, "article.html", "<p>text</p>".getBytes(StandardCharsets.UTF_8));
        await("a draft of the file in " + folder).atMost(PATIENCE).until(() -> !library.drafts().all().isEmpty());
        assertThat(library.drafts().all().get(0).articles().get(0).title()).isEqualTo("article");
    }

    /** {@return the id of a picture that is in the library before the application starts} */
    private static String stored(String api) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.start();
            return store(context, api);
        }
    }

    private static String store(CamelContext context, String api) throws IOException {
        return send(context, "wechat-material:stored-before?appId=wxdemo&secret=secret&apiUrl=" + api, Map.of())
                .getMessage().getHeader(MEDIA_ID, String.class);
    }

    /** Sends a picture with the headers that routes of the pages ask for, among them the id of a stored one. */
    private static void assertThatDirectEndpointsTakeAPicture(CamelContext context, String api) throws IOException {
        List<String> endpoints = endpoints(context, "direct:");
        if (endpoints.isEmpty()) {
            return;
        }
        String stored = store(context, api);
        for (String endpoint : endpoints) {
            Exchange sent = send(context, endpoint,
                    Map.of("brand", "brand-b", MEDIA_ID, stored, "CamelWechatMaterialMerchant", MERCHANT));
            assertThat((Throwable) sent.getException()).as(endpoint).isNull();
        }
    }

    private static Exchange send(CamelContext context, String endpoint, Map<String, Object> headers) throws IOException {
        return context.createFluentProducerTemplate().to(endpoint).withBody(png()).withHeaders(headers).send();
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }

    private static Path put(Path folder, String name, byte[] bytes) throws IOException {
        Files.createDirectories(folder);
        Path written = Files.write(folder.resolve("." + name), bytes);
        return Files.move(written, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private interface Setup {
        void to(Main main);
    }
}
