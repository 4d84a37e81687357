package io.github.camelwechat.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.github.camelwechat.http.server.PictureServer;
import io.github.camelwechat.simulator.WechatSimulator;
import org.apache.camel.main.Main;

/**
 * The application, a picture server and a simulator of WeChat's API, with requests that go well and such that do not.
 */
public final class HttpExample {

    private static final String SECRET = "only-known-to-the-simulator";
    private static final List<String> PICTURES = List.of("camel.png", "luotuo.jpg", "really-webp.jpg");

    private final PrintStream out;
    private int wrong;

    HttpExample(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] words) throws Exception {
        System.exit(new HttpExample(System.out).run());
    }

    /** {@return 0 if each request was answered as it should be} */
    int run() throws Exception {
        Path folder = Files.createTempDirectory("pictures");
        for (String picture : PICTURES) {
            try (InputStream in = HttpExample.class.getResourceAsStream("/media/" + picture)) {
                Files.write(folder.resolve(picture), in.readAllBytes());
            }
        }
        try (WechatSimulator wechat = WechatSimulator.builder().app("wxdemo", SECRET).start();
             PictureServer pictures = new PictureServer(folder, 0)) {
            // as far away as the real one
            wechat.faults().latency("/cgi-bin/material/add_material", Duration.ofMillis(200));
            run(wechat, pictures, folder);
            out.printf("%nThe library holds %d pictures.%n", wechat.library("wxdemo").materials().size());
            return wrong == 0 && wechat.library("wxdemo").materials().size() == 4 ? 0 : 1;
        } finally {
            delete(folder);
        }
    }

    private void run(WechatSimulator wechat, PictureServer pictures, Path folder) throws Exception {
        Main main = new Main();
        main.configure().addRoutesBuilder(new MaterialRoutes());
        main.addOverrideProperty("camel.component.wechat-material.app-id", "wxdemo");
        main.addOverrideProperty("camel.component.wechat-material.secret", SECRET);
        main.addOverrideProperty("camel.component.wechat-material.api-url", wechat.url());
        main.addOverrideProperty("camel.beans.server.bind-port", "0");
        main.addOverrideProperty("fetch.hosts", pictures.at());
        main.start();
        try {
            Client client = new Client("http://127.0.0.1:" + main.getCamelContext().hasService(LateHttpServer.class).getPort());
            out.printf("POST /materials%n");
            tell("camel.png", 201, client.send(folder.resolve("camel.png")));
            tell("luotuo.jpg", 201, client.send(folder.resolve("luotuo.jpg")));
            tell("really-webp.jpg", 415, client.send(folder.resolve("really-webp.jpg")));
            out.printf("%nPOST /materials/from-url%n");
            tell("/camel.png", 201, client.name(pictures.url() + "/camel.png"));
            tell("/to/luotuo.jpg, which leads on", 201, client.name(pictures.url() + "/to/luotuo.jpg"));
            tell("/none.png", 422, client.name(pictures.url() + "/none.png"));
            tell("a host that is not on the list", 403, client.name("http://169.254.169.254/latest/meta-data"));
        } finally {
            main.stop();
        }
    }

    private void tell(String what, int expected, HttpResponse<String> answer) {
        out.printf("  %s%n    %d %s%n", what, answer.statusCode(), answer.body().strip());
        if (answer.statusCode() != expected) {
            out.printf("    and %d was expected%n", expected);
            wrong++;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
