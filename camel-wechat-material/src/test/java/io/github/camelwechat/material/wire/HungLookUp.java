package io.github.camelwechat.material.wire;

import io.github.camelwechat.material.Samples;
import io.github.camelwechat.material.WechatMaterialComponent;
import io.github.camelwechat.material.result.AddMaterialResult;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/** Uploads to a host whose name is never found, and beside it to another one; prints the second one's media_id. */
public final class HungLookUp {

    private HungLookUp() {
    }

    /**
     * Runs.
     *
     * @param args the apiUrl of the second account
     */
    public static void main(String[] args) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            // that asks for the name of this host
            context.disableJMX();
            context.addComponent("wechat-material", new WechatMaterialComponent());
            context.start();
            ProducerTemplate template = context.createProducerTemplate();
            template.asyncSendBody(
                    "wechat-material:wxhangs?secret=first&requestTimeout=60000&allowPlainHttp=true&apiUrl=http://hangs.example",
                    Samples.png());

            System.out.println(template
                    .requestBody("wechat-material:wx?secret=second&apiUrl=" + args[0], Samples.png(), AddMaterialResult.class)
                    .mediaId());
            System.exit(0);
        }
    }
}
