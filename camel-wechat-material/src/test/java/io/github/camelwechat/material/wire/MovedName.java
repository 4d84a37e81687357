package io.github.camelwechat.material.wire;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;

import io.github.camelwechat.material.Samples;
import io.github.camelwechat.material.WechatMaterialComponent;
import io.github.camelwechat.material.WrittenAccount;
import io.github.camelwechat.material.result.AddMaterialResult;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/** Uploads twice through a side process whose name has another, public address by then; prints what came of each. */
public final class MovedName {

    private MovedName() {
    }

    /**
     * Runs.
     *
     * @param args the file with the addresses of names, the name, and the port
     */
    public static void main(String[] args) throws Exception {
        Security.setProperty("networkaddress.cache.ttl", "0");
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.disableJMX();
            WechatMaterialComponent component = new WechatMaterialComponent();
            component.getAccounts().put(
                    "brand", WrittenAccount.of(context, "credentials=cloud&apiUrl=http://" + args[1] + ":" + args[2]));
            context.addComponent("wechat-material", component);
            context.start();
            String uri = "wechat-material:brand";
            upload(context.createProducerTemplate(), uri);
            Path names = Path.of(args[0]);
            Files.writeString(names, Files.readString(names) + "203.0.113.1 " + args[1] + "\n");
            upload(context.createProducerTemplate(), uri);
        }
    }

    private static void upload(ProducerTemplate template, String uri) {
        try {
            System.out.println(template.requestBody(uri, Samples.png(), AddMaterialResult.class).mediaId());
        } catch (CamelExecutionException e) {
            System.out.println(e.getCause());
        }
    }
}
