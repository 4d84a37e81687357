package io.github.camelwechat.material;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.camelwechat.material.result.WechatMaterialResult;
import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.platform.Platform;
import io.github.camelwechat.simulator.platform.Redirect;
import io.github.camelwechat.simulator.push.Push;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/**
 * Camel Main with a platform whose secrets are planted, on every path that ends well or badly: run in a JVM of its own,
 * for {@link SecretsOnEveryPathTest} to read all its output. What it finds in beans, exceptions and JMX goes to the
 * output too; what is made while it runs (tickets, codes, tokens) goes to a file.
 */
final class EveryPlatformPathWithPlantedSecrets {

    private static final String APP_ID = "wxplatform";
    private static final String SHOP = "wxshop";
    private static final String SECRET = "PLANTED-component-secret";
    private static final String TOKEN = "PLANTEDplatformtoken";
    private static final String KEY = "PLANTED0123456789PLANTED0123456789PLANTEDAE";
    private static final String PREVIOUS_KEY = "PLANTED9876543210PLANTED9876543210PLANTEDAE";
    private static final String COMPONENT = "/cgi-bin/component/";
    private static final String COMPONENT_TOKEN = COMPONENT + "api_component_token";
    private static final String AUTHORIZER_TOKEN = COMPONENT + "api_authorizer_token";
    private static final String ADD_MATERIAL = "/cgi-bin/material/add_material";
    private static final Map<String, String> PATHS = Map.of(
            "startPushTicket", COMPONENT + "api_start_push_ticket", "createPreAuthCode", COMPONENT + "api_create_preauthcode",
            "queryAuth", COMPONENT + "api_query_auth", "getAuthorizerInfo", COMPONENT + "api_get_authorizer_info",
            "getAuthorizerList", COMPONENT + "api_get_authorizer_list");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final WechatSimulator wechat;
    private final Platform console;
    private final Main main = new Main();
    private final Set<String> made = new LinkedHashSet<>();

    private EveryPlatformPathWithPlantedSecrets(WechatSimulator wechat) {
        this.wechat = wechat;
        this.console = wechat.platform(APP_ID);
    }

    /**
     * Runs every path.
     *
     * @param args the file for what is made; the working folder is on the class path
     */
    public static void main(String[] args) throws Exception {
        try (WechatSimulator wechat = WechatSimulator.builder().app(SHOP, "s").app("wxother", "t")
                .platform(APP_ID, SECRET).start()) {
            EveryPlatformPathWithPlantedSecrets paths = new EveryPlatformPathWithPlantedSecrets(wechat);
            paths.run();
            Files.write(Path.of(args[0]), paths.made);
        }
    }

    private void run() throws Exception {
        // a file, and not properties set here: Main's summary shows the former
        Files.writeString(Path.of("application.properties"), """
                camel.main.dump-routes = xml
                camel.component.wechat-material.platforms[good].app-id = wxplatform
                camel.component.wechat-material.platforms[good].secret = %1$s
                camel.component.wechat-material.platforms[good].token = %2$s
                camel.component.wechat-material.platforms[good].secret-key = %3$s,%4$s
                camel.component.wechat-material.platforms[good].api-url = %5$s
                camel.component.wechat-material.platforms[good].store = file:store
                camel.component.wechat-material.platforms[wrong].app-id = wxplatform
                camel.component.wechat-material.platforms[wrong].secret = PLANTED-wrong-secret
                camel.component.wechat-material.platforms[wrong].token = PLANTEDwrongtoken
                camel.component.wechat-material.platforms[wrong].secret-key = %4$s
                camel.component.wechat-material.platforms[wrong].api-url = %5$s
                camel.component.wechat-material.platforms[wrong].store = memory
                camel.component.wechat-material.accounts[shop].platform = good
                camel.component.wechat-material.accounts[shop].app-id = wxshop
                """.formatted(SECRET, TOKEN, KEY, PREVIOUS_KEY, wechat.url()));
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:shop").routeId("shop").to("wechat-material:shop");
                from("direct:any").to("wechat-material:*?platform=good&allowMerchantByHeader=true");
                from("direct:wrong").to("wechat-material:wxshop?platform=wrong");
                from("direct:push").to("wechat-material-platform:good");
                from("direct:wrongPush").to("wechat-material-platform:wrong");
                for (String operation : PATHS.keySet()) {
                    from("direct:" + operation).to("wechat-material-platform:good?operation=" + operation
                                                   + (operation.equals("createPreAuthCode")
                                                           ? "&redirectUri=https://example.com/" : ""));
                }
            }
        });
        main.start();
        console.messageToken(TOKEN);
        console.encodingAesKey(KEY);
        uploadsWithoutATicket();
        pushes();
        everyOperationWellAndBadly();
        everyFailureOfATokenCall();
        withdrawal();
        everythingThatCamelShows();
        main.stop();
    }

    private void uploadsWithoutATicket() throws Exception {
        send("shop", Map.of());
        send("any", Map.of("Merchant", SHOP));
        send("any", Map.of("Merchant", "wxnobody"));
        send("any", Map.of());
    }

    private void pushes() throws Exception {
        try (PushServer server = new PushServer(main.getCamelContext(), "direct:push");
             PushServer wrong = new PushServer(main.getCamelContext(), "direct:wrongPush")) {
            console.callbackUrl(wrong.url());
            ended(console.tickets().push());
            console.callbackUrl(server.url());
            console.encodingAesKey(PREVIOUS_KEY);
            ended(console.tickets().push());
            console.encodingAesKey(KEY);
            ended(console.tickets().push());
            Redirect redirect = console.merchants().authorize(SHOP);
            made.add(redirect.authCode());
            ended(redirect.push());
            Redirect other = console.merchants().authorize("wxother");
            made.add(other.authCode());
            ended(other.push());
        }
        send("shop", Map.of());
        send("any", Map.of("Merchant", SHOP));
        send("wrong", Map.of());
    }

    private void ended(Push push) throws Exception {
        push.awaitEnd(PATIENCE);
        System.out.println("PUSH " + push.state() + push.attempts().size());
        made.add(Objects.requireNonNull(console.tickets().newest()));
    }

    private void everyOperationWellAndBadly() throws Exception {
        for (String operation : PATHS.keySet()) {
            String code = console.merchants().authorize(SHOP).authCode();
            made.add(code);
            Map<String, Object> headers = Map.of("AuthCode", code, "Merchant", SHOP);
            for (Fault fault : List.of(Fault.errcode(61004), Fault.errcode(-1), Fault.status(502), Fault.status(200),
                    Fault.answerLost(), Fault.errcode(40001))) {
                wechat.faults().next(PATHS.get(operation), fault);
                send(operation, headers);
            }
            String unused = console.merchants().authorize(SHOP).authCode();
            made.add(unused);
            send(operation, Map.of("AuthCode", unused, "Merchant", SHOP));
        }
    }

    private void everyFailureOfATokenCall() throws Exception {
        for (String path : List.of(COMPONENT_TOKEN, AUTHORIZER_TOKEN, ADD_MATERIAL)) {
            for (Fault fault : List.of(Fault.errcode(61023), Fault.errcode(61006), Fault.errcode(40125), Fault.errcode(61007),
                    Fault.errcode(40001), Fault.status(502), Fault.status(200), Fault.answerLost(), Fault.resetAfterBody())) {
                wechat.faults().always(path, fault);
                console.componentTokens().expire();
                console.authorizerTokens().expire(SHOP);
                send("shop", Map.of());
                wechat.faults().clear();
            }
        }
    }

    private void withdrawal() throws Exception {
        try (PushServer server = new PushServer(main.getCamelContext(), "direct:push")) {
            console.callbackUrl(server.url());
            console.merchants().withdraw("wxother").awaitEnd(PATIENCE);
        }
        send("any", Map.of("Merchant", "wxother"));
    }

    private void everythingThatCamelShows() throws Exception {
        CamelContext context = main.getCamelContext();
        WechatMaterialComponent component = context.getComponent("wechat-material", WechatMaterialComponent.class);
        System.out.println("SHOWN " + component + component.getConfiguration() + component.getPlatforms());
        ShownTexts.print(context, "shop");
    }

    private void send(String route, Map<String, Object> headers) throws Exception {
        Exchange exchange = main.getCamelTemplate().send("direct:" + route, message -> {
            message.getMessage().setBody(Samples.png());
            headers.forEach((name, value) -> message.getMessage().setHeader("CamelWechatMaterial" + name, value));
        });
        note(console.componentTokens().valid());
        note(console.authorizerTokens().valid(SHOP));
        console.merchants().all().stream().map(merchant -> merchant.refreshToken()).filter(Objects::nonNull).forEach(made::add);
        exchange.getMessage().removeHeader("CamelWechatMaterialAuthCode");
        ShownTexts.print(route, exchange);
        if (exchange.getException() == null && exchange.getMessage().getBody() instanceof WechatMaterialResult
                && !route.equals("createPreAuthCode")) {
            System.out.println("RESULT " + exchange.getMessage().getBody(String.class));
        }
    }

    private void note(Collection<String> tokens) {
        made.addAll(tokens);
    }
}
