package io.github.camelwechat.material;

import java.util.List;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/**
 * Camel Main with nothing set but accounts: run in a JVM of its own, for {@link SecretsInLogTest} to read its output.
 */
final class PlantedSecrets {

    static final String GOOD_SECRET = "PLANTED-good-secret";
    static final String URI_SECRET = "PLANTED-secret&of=the%uri";
    static final List<String> ALL = List.of(
            GOOD_SECRET, "PLANTED-wrong-secret", "PLANTED-fixed-token", "PLANTED-unheard-token", "PLANTED-secret", "of=the",
            "PLANTED-token-in-uri", "PLANTED");

    private PlantedSecrets() {
    }

    public static void main(String[] args) throws Exception {
        Main main = new Main();
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:good").to("wechat-material:default").log("uploaded ${body}");
                from("direct:wrong").to("wechat-material:wrong");
                from("direct:fixed").to("wechat-material:fixed");
                from("direct:unheard").to("wechat-material:unheard");
                from("direct:classic").to("wechat-material:classic");
                from("direct:proxied").to("wechat-material:proxied");
                from("direct:uri").to("wechat-material:wxuri?secret=RAW(" + URI_SECRET + ")");
                from("direct:token").to("wechat-material:any?accessToken=PLANTED-token-in-uri");
            }
        });
        main.start();
        for (String route : List.of("good", "wrong", "fixed", "unheard", "classic", "proxied", "uri", "token")) {
            Exception failure = main.getCamelTemplate()
                    .send("direct:" + route, exchange -> exchange.getMessage().setBody(Samples.png())).getException();
            System.out.println("RESULT " + route + " " + (failure == null ? "ok" : failure.getClass().getSimpleName()));
        }
        main.stop();
    }
}
