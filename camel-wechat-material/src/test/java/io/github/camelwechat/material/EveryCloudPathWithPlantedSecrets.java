package io.github.camelwechat.material;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.cloud.CloudEnvironment;
import io.github.camelwechat.simulator.cloud.CloudHosting;
import io.github.camelwechat.simulator.cloud.ServiceState;
import io.github.camelwechat.simulator.fault.Fault;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/**
 * Camel Main in WeChat's cloud hosting, with its token in a variable and in files, on every path that ends well or
 * badly: run in a JVM of its own, for {@link SecretsOnEveryPathTest} to read all its output. What it finds in beans,
 * exceptions and JMX goes to the output too; the tokens, which are made while it runs, go to a file.
 */
final class EveryCloudPathWithPlantedSecrets {

    /** The variable of the process: WeChat does not know this token. */
    static final Map<String, String> ENVIRONMENT = Map.of("WX_CLOUDBASE_ACCESSTOKEN", "PLANTED-token-of-the-variable");

    private static final String ADD_MATERIAL = "/cgi-bin/material/add_material";
    private static final Path TOKEN_FILE = Path.of("cloudbase_access_token");
    private static final Path OF_NOBODY = Path.of("token-of-nobody");
    private static final Path NO_TOKEN = Path.of("two-words");

    private final WechatSimulator wechat;
    private final CloudHosting cloud;
    private final Main main = new Main();
    private final Set<String> tokens = new LinkedHashSet<>();

    private EveryCloudPathWithPlantedSecrets(WechatSimulator wechat) {
        this.wechat = wechat;
        this.cloud = wechat.cloud();
    }

    /**
     * Runs every path.
     *
     * @param args the file for the tokens; the working folder is on the class path
     */
    public static void main(String[] args) throws Exception {
        try (WechatSimulator wechat = WechatSimulator.builder().app("wxgood", "s").app("wxother", "t")
                .cloud(CloudEnvironment.ownedBy("wxgood").tokenFile(TOKEN_FILE)).start()) {
            EveryCloudPathWithPlantedSecrets paths = new EveryCloudPathWithPlantedSecrets(wechat);
            paths.run();
            Files.write(Path.of(args[0]), paths.tokens);
        }
    }

    private void run() throws Exception {
        Files.writeString(OF_NOBODY, "PLANTED-token-of-nobody");
        Files.writeString(NO_TOKEN, "PLANTED two words");
        // a file, and not properties set here: Main's summary shows the former
        Files.writeString(Path.of("application.properties"), """
                camel.main.dump-routes = xml
                camel.component.wechat-material.request-timeout = 5000
                camel.component.wechat-material.response-timeout = 2000
                camel.component.wechat-material.accounts[token].credentials = cloudToken
                camel.component.wechat-material.accounts[token].api-url = %1$s
                camel.component.wechat-material.accounts[token].cloud-file = %3$s
                camel.component.wechat-material.accounts[merchant].credentials = cloudToken
                camel.component.wechat-material.accounts[merchant].api-url = %1$s
                camel.component.wechat-material.accounts[merchant].cloud-file = %3$s
                camel.component.wechat-material.accounts[merchant].from-app-id = wxother
                camel.component.wechat-material.accounts[nobody].credentials = cloudToken
                camel.component.wechat-material.accounts[nobody].api-url = %1$s
                camel.component.wechat-material.accounts[nobody].cloud-file = %4$s
                camel.component.wechat-material.accounts[words].credentials = cloudToken
                camel.component.wechat-material.accounts[words].api-url = %1$s
                camel.component.wechat-material.accounts[words].cloud-file = %5$s
                camel.component.wechat-material.accounts[unheard].credentials = cloudToken
                camel.component.wechat-material.accounts[unheard].api-url = http://127.0.0.1:1
                camel.component.wechat-material.accounts[unheard].cloud-file = %3$s
                camel.component.wechat-material.accounts[service].credentials = cloud
                camel.component.wechat-material.accounts[service].api-url = %2$s
                """.formatted(wechat.url(), cloud.url(), TOKEN_FILE.toAbsolutePath(), OF_NOBODY.toAbsolutePath(),
                NO_TOKEN.toAbsolutePath()));
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                for (String account : List.of("token", "merchant", "nobody", "words", "unheard", "service")) {
                    from("direct:" + account).routeId(account).to("wechat-material:" + account);
                }
            }
        });
        main.start();
        // from here on the file counts: WeChat refuses the variable
        send("token");
        rotate();
        everyFailureOfAnUpload();
        for (String account : List.of("merchant", "nobody", "words", "unheard")) {
            send(account);
        }
        everyStateOfTheService();
        everythingThatCamelShows();
        main.stop();
    }

    private void rotate() throws Exception {
        tokens.add(cloud.tokens().rotate());
        send("token");
        cloud.tokens().displace();
        send("token");
        tokens.add(cloud.tokens().rotate());
        send("token");
        cloud.tokens().expire();
        send("token");
        tokens.add(cloud.tokens().rotate());
    }

    private void everyFailureOfAnUpload() throws Exception {
        for (Fault fault : List.of(Fault.errcode(85105), Fault.errcode(85107), Fault.errcode(85112), Fault.errcode(41001),
                Fault.errcode(40001), Fault.errcode(-1), Fault.gatewayError(), Fault.status(404), Fault.status(502),
                Fault.status(200), Fault.answerLost(), Fault.resetBeforeBody(), Fault.resetAfterBody())) {
            for (String account : List.of("token", "service")) {
                wechat.faults().always(ADD_MATERIAL, fault);
                send(account);
                wechat.faults().clear();
            }
        }
        wechat.faults().next(ADD_MATERIAL, Fault.errcode(85113));
        send("token");
    }

    private void everyStateOfTheService() throws Exception {
        send("service");
        for (ServiceState state : List.of(ServiceState.OFF, ServiceState.MISSING)) {
            cloud.service(state);
            send("service");
        }
        cloud.service(ServiceState.ON).sequenceIds(false);
        send("service");
    }

    private void everythingThatCamelShows() throws Exception {
        CamelContext context = main.getCamelContext();
        WechatMaterialComponent component = context.getComponent("wechat-material", WechatMaterialComponent.class);
        System.out.println("SHOWN " + component + component.getConfiguration() + component.getAccounts());
        for (String account : component.getAccounts().keySet()) {
            WechatMaterialEndpoint endpoint = context.getEndpoint("wechat-material:" + account, WechatMaterialEndpoint.class);
            System.out.println("SHOWN " + endpoint.settings() + endpoint.session());
        }
        ShownTexts.print(context, "token");
    }

    private void send(String account) throws Exception {
        Exchange exchange = main.getCamelTemplate().send("direct:" + account,
                message -> message.getMessage().setBody(Samples.png(1 << 16, 1)));
        tokens.add(cloud.tokens().current());
        ShownTexts.print(account, exchange);
    }
}
