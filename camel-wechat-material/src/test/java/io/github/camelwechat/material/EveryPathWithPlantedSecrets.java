package io.github.camelwechat.material;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.sun.net.httpserver.HttpServer;
import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.fault.Fault;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/**
 * Camel Main with planted secrets on every path that ends well or badly: run in a JVM of its own, for
 * {@link SecretsOnEveryPathTest} to read all its output. What it finds in beans, exceptions and JMX goes to the output
 * too; the tokens, which are made while it runs, go to a file.
 */
final class EveryPathWithPlantedSecrets {

    private static final String SECRET = "PLANTED-account-secret";
    private static final String ADD_MATERIAL = "/cgi-bin/material/add_material";
    private static final String TOKEN = "/cgi-bin/stable_token";
    private static final Map<String, String> PATHS = Map.ofEntries(
            Map.entry("addMaterial", ADD_MATERIAL), Map.entry("uploadImage", "/cgi-bin/media/uploadimg"),
            Map.entry("getMaterial", "/cgi-bin/material/get_material"),
            Map.entry("delMaterial", "/cgi-bin/material/del_material"),
            Map.entry("getMaterialCount", "/cgi-bin/material/get_materialcount"),
            Map.entry("batchGetMaterial", "/cgi-bin/material/batchget_material"),
            Map.entry("checkAccount", "/cgi-bin/openapi/quota/get"), Map.entry("addDraft", "/cgi-bin/draft/add"),
            Map.entry("updateDraft", "/cgi-bin/draft/update"), Map.entry("getDraft", "/cgi-bin/draft/get"),
            Map.entry("deleteDraft", "/cgi-bin/draft/delete"), Map.entry("getDraftCount", "/cgi-bin/draft/count"),
            Map.entry("batchGetDraft", "/cgi-bin/draft/batchget"));

    private final WechatSimulator wechat;
    private final Main main = new Main();
    private final Set<String> tokens = new LinkedHashSet<>();

    private EveryPathWithPlantedSecrets(WechatSimulator wechat) {
        this.wechat = wechat;
    }

    /**
     * Runs every path.
     *
     * @param args the file for the tokens; the working folder is on the class path
     */
    public static void main(String[] args) throws Exception {
        HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", call -> {
            call.getResponseHeaders().add("Proxy-Authenticate", "Basic realm=\"planted\"");
            call.sendResponseHeaders(407, -1);
            call.close();
        });
        proxy.start();
        try (WechatSimulator wechat = WechatSimulator.builder().app("wxgood", SECRET).start()) {
            EveryPathWithPlantedSecrets paths = new EveryPathWithPlantedSecrets(wechat);
            paths.run(proxy.getAddress().getPort());
            Files.write(Path.of(args[0]), paths.tokens);
        } finally {
            proxy.stop(0);
        }
    }

    private void run(int proxyPort) throws Exception {
        // a file, and not properties set here: Main's summary shows the former
        Files.writeString(Path.of("application.properties"), """
                camel.main.dump-routes = xml
                camel.component.wechat-material.app-id = wxgood
                camel.component.wechat-material.secret = %1$s
                camel.component.wechat-material.api-url = %2$s
                camel.component.wechat-material.response-timeout = 2000
                camel.component.wechat-material.accounts[wrong].app-id = wxgood
                camel.component.wechat-material.accounts[wrong].secret = PLANTED-wrong-secret
                camel.component.wechat-material.accounts[fixed].access-token = PLANTED-fixed-token
                camel.component.wechat-material.accounts[proxied].app-id = wxgood
                camel.component.wechat-material.accounts[proxied].secret = %1$s
                camel.component.wechat-material.accounts[proxied].proxy-host = 127.0.0.1
                camel.component.wechat-material.accounts[proxied].proxy-port = %3$d
                camel.component.wechat-material.accounts[proxied].proxy-auth-username = PLANTED-proxy-user
                camel.component.wechat-material.accounts[proxied].proxy-auth-password = PLANTED-proxy-password
                camel.component.wechat-material.accounts[classic].app-id = wxgood
                camel.component.wechat-material.accounts[classic].secret = %1$s
                camel.component.wechat-material.accounts[classic].credentials = classic
                camel.component.wechat-material.accounts[unheard].app-id = wxgood
                camel.component.wechat-material.accounts[unheard].secret = %1$s
                camel.component.wechat-material.accounts[unheard].api-url = http://127.0.0.1:1
                """.formatted(SECRET, wechat.url(), proxyPort));
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                for (String account : List.of("default", "wrong", "fixed", "proxied", "classic", "unheard")) {
                    from("direct:" + account).routeId(account).to("wechat-material:" + account + "?allowDeleteByHeader=true");
                }
            }
        });
        main.start();
        everyOperationWellAndBadly();
        everyFailureOfAnUpload();
        everyAccount();
        everythingThatCamelShows();
        stopAmidAnUpload();
    }

    private void everyOperationWellAndBadly() throws Exception {
        String mediaId = send("default", Map.of("Operation", "addMaterial")).getMessage()
                .getHeader(WechatMaterialConstants.MEDIA_ID, String.class);
        for (String operation : List.of(
                "addMaterial", "uploadImage", "getMaterial", "getMaterialCount", "batchGetMaterial", "checkAccount",
                "addDraft", "updateDraft", "getDraft", "getDraftCount", "batchGetDraft", "deleteDraft", "delMaterial")) {
            Map<String, Object> headers = Map.of("Operation", operation, "MediaId", mediaId, "Type", "image");
            for (Fault fault : List.of(Fault.errcode(45009), Fault.errcode(-1), Fault.status(502), Fault.status(200),
                    Fault.answerLost())) {
                wechat.faults().next(PATHS.get(operation), fault);
                send("default", headers);
            }
            send("default", headers);
        }
        send("default", Map.of("Operation", "getMaterial", "MediaId", "no-such-id"));
        send("default", Map.of("Operation", "no such operation"));
        send("default", Map.of("Operation", "batchGetMaterial", "Count", "21"));
    }

    private void everyFailureOfAnUpload() throws Exception {
        for (Fault fault : List.of(Fault.resetBeforeBody(), Fault.resetAmidBody(1000), Fault.resetAfterBody(),
                Fault.errcode(40001), Fault.errcode(40164))) {
            wechat.faults().always(ADD_MATERIAL, fault);
            send("default", Map.of());
            wechat.faults().clear();
            wechat.tokens().expire("wxgood");
            wechat.faults().always(TOKEN, fault);
            send("default", Map.of());
            wechat.faults().clear();
        }
        wechat.faults().hold(ADD_MATERIAL);
        send("default", Map.of());
        wechat.faults().clear();
        send("default", Map.of("Type", "video"));
        // the failures of the token calls are over for this account
        wechat.clock().forward(Duration.ofHours(1));
        send("default", Map.of());
    }

    private void everyAccount() throws Exception {
        for (String account : List.of("wrong", "fixed", "proxied", "classic", "unheard")) {
            send(account, Map.of());
        }
    }

    private void everythingThatCamelShows() throws Exception {
        CamelContext context = main.getCamelContext();
        WechatMaterialComponent component = context.getComponent("wechat-material", WechatMaterialComponent.class);
        System.out.println("SHOWN " + component + component.getConfiguration() + component.getAccounts());
        ShownTexts.print(context, "default");
    }

    private void stopAmidAnUpload() throws Exception {
        wechat.faults().hold(ADD_MATERIAL);
        main.getCamelTemplate().asyncSend("direct:default", exchange -> exchange.getMessage().setBody(Samples.png()));
        wechat.journal().awaitInFlight(ADD_MATERIAL, 1, Duration.ofSeconds(20));
        main.getCamelContext().getShutdownStrategy().setTimeout(1);
        main.stop();
    }

    private Exchange send(String account, Map<String, Object> headers) throws Exception {
        Exchange exchange = main.getCamelTemplate().send("direct:" + account, message -> {
            message.getMessage().setBody(Samples.png(1 << 20, 1));
            if (headers.containsValue("uploadImage")) {
                message.getMessage().setBody(Samples.png());
            }
            headers.forEach((name, value) -> message.getMessage().setHeader("CamelWechatMaterial" + name, value));
        });
        tokens.addAll(wechat.tokens().valid("wxgood"));
        ShownTexts.print(account + " " + headers, exchange);
        return exchange;
    }
}
