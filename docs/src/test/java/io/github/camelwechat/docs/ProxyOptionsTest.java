package io.github.camelwechat.docs;

import io.github.camelwechat.material.WechatMaterialComponent;
import io.github.camelwechat.simulator.WechatSimulatorExtension;
import org.apache.camel.main.Main;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** The properties of a proxy and of TLS, as the manual shows them. */
class ProxyOptionsTest {

    @RegisterExtension
    static final WechatSimulatorExtension SIMULATOR = new WechatSimulatorExtension();

    private final Main main = new Main();
    private final SSLContextParameters tls = new SSLContextParameters();

    @BeforeEach
    void configure() {
        main.bind("wechatTls", tls);
        main.setPropertyPlaceholderLocations("classpath:readme/account.properties,classpath:accounts/proxy.properties");
    }

    @AfterEach
    void stop() {
        main.stop();
    }

    @Test
    void areThoseOfTheComponent() {
        main.start();

        assertThat(main.getCamelContext().getComponent("wechat-material", WechatMaterialComponent.class).getConfiguration())
                .returns("proxy.example", options -> options.getProxyHost())
                .returns(3128, options -> options.getProxyPort())
                .returns("scott", options -> options.getProxyAuthUsername())
                .returns("tiger", options -> options.getProxyAuthPassword())
                .returns(tls, options -> options.getSslContextParameters());
    }

    /** The simulator takes a request that is meant for a proxy; nobody listens at the address of the API. */
    @Test
    void sendTheUploadsOfAnAccountThroughTheProxy() {
        main.addOverrideProperty("camel.component.wechat-material.proxy-host", "127.0.0.1");
        main.addOverrideProperty("camel.component.wechat-material.proxy-port",
                SIMULATOR.url().substring(SIMULATOR.url().lastIndexOf(':') + 1));
        main.addOverrideProperty("camel.component.wechat-material.api-url", "http://127.0.0.1:1");
        main.start();

        main.getCamelContext().createFluentProducerTemplate().to("wechat-material:brand-a").withBody(Pictures.png()).request();

        assertThat(SIMULATOR.library("wxdemo").materials()).hasSize(1);
    }

    /** The proxy of the component cannot be reached. */
    @Test
    void areNotForAnAccountWhoseOwnProxyIsAPlaceholderThatHoldsNothing() {
        main.addOverrideProperty("camel.component.wechat-material.accounts[brand-a].proxy-host", "{{none:}}");
        main.addOverrideProperty("camel.component.wechat-material.api-url", SIMULATOR.url());
        main.start();

        main.getCamelContext().createFluentProducerTemplate().to("wechat-material:brand-a").withBody(Pictures.png()).request();

        assertThat(SIMULATOR.library("wxdemo").materials()).hasSize(1);
    }
}
