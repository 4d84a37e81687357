package io.github.camelwechat.material;

import java.util.Map;

import io.github.camelwechat.simulator.journal.JournalEntry;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a URI may and may not say besides the account. */
class EndpointOptionsTest {

    @RegisterExtension
    final Wechat wechat = new Wechat();

    @BeforeEach
    void account() {
        wechat.plainAccount();
        wechat.account("brand-a", Wechat.APP, Wechat.SECRET);
    }

    @Test
    void everyOptionOfAMessageGoesFromTheUriIntoTheConfiguration() {
        WechatMaterialEndpoint endpoint = wechat.endpoint(
                "wechat-material:default?operation=addMaterial&type=video&title=T&introduction=I&fileName=f.mp4"
                                                          + "&validate=false&synchronous=true&lazyStartProducer=true");

        assertThat(endpoint.getConfiguration().getOperation()).isEqualTo(WechatMaterialOperations.addMaterial);
        assertThat(endpoint.getConfiguration().getType()).isEqualTo("video");
        assertThat(endpoint.getConfiguration().getTitle()).isEqualTo("T");
        assertThat(endpoint.getConfiguration().getIntroduction()).isEqualTo("I");
        assertThat(endpoint.getConfiguration().getFileName()).isEqualTo("f.mp4");
        assertThat(endpoint.isValidate()).isFalse();
        assertThat(endpoint.isSynchronous()).isTrue();
        assertThat(endpoint.isLazyStartProducer()).isTrue();
    }

    @Test
    void anEndpointsOptionsAreItsOwn() {
        wechat.endpoint("wechat-material:default?type=thumb&title=T");

        assertThat(wechat.configuration().getType()).isEqualTo("auto");
        assertThat(wechat.configuration().getTitle()).isNull();
        assertThat(wechat.endpoint("wechat-material:default").getConfiguration().getType()).isEqualTo("auto");
    }

    @ParameterizedTest
    @ValueSource(strings = { "appSecret=x", "titel=x", "mediaId=x", "platform=x", "clock=x", "settings=x" })
    void anUnknownOptionIsRefused(String option) {
        assertThatThrownBy(() -> wechat.endpoint("wechat-material:default?" + option))
                .isInstanceOf(ResolveEndpointFailedException.class)
                .hasStackTraceContaining(option.substring(0, option.indexOf('=')));
    }

    @Test
    void anUnknownOperationIsRefused() {
        assertThatThrownBy(() -> wechat.endpoint("wechat-material:default?operation=dropEverything"))
                .isInstanceOf(ResolveEndpointFailedException.class).hasStackTraceContaining("dropEverything");
    }

    /** They reach into the component or its configuration past the names of the options. */
    @ParameterizedTest
    @ValueSource(strings = {
            "configuration=#evil", "component.configuration=#evil", "component=#evil", "component.configuration.type=thumb",
            "component.accounts[brand-a]=#evil", "component.accounts[brand-b]=#evil", "openAccount=#evil",
            "configuration.secret=x", "configuration.access-token=x", "configuration.apiUrl=https://evil.example",
            "configuration[secret]=x", "configuration.class=x" })
    void aNestedNameChangesNeitherTheAccountNorTheComponent(String option) {
        WechatMaterialConfiguration evil = new WechatMaterialConfiguration();
        evil.setAppId(Wechat.OTHER_APP);
        evil.setSecret(Wechat.OTHER_SECRET);
        evil.setApiUrl(wechat.simulator().url());
        wechat.context().getRegistry().bind("evil", evil);

        for (String name : new String[] { "brand-a", "default", "own" }) {
            assertThatThrownBy(() -> wechat.endpoint("wechat-material:" + name + "?" + option))
                    .isInstanceOf(ResolveEndpointFailedException.class);
        }
        wechat.upload("wechat-material:brand-a", Samples.png(), Map.of());
        wechat.upload("wechat-material:default", Samples.png(), Map.of());

        assertThat(wechat.uploads()).extracting(JournalEntry::appId).containsOnly(Wechat.APP);
        assertThat(wechat.configuration().getType()).isEqualTo("auto");
        assertThat(wechat.component().getAccounts()).containsOnlyKeys("brand-a");
    }

    @Test
    void itIsNoPlaceToReceiveFrom() {
        assertThatThrownBy(() -> wechat.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("wechat-material:brand-a").to("log:x");
            }
        })).hasStackTraceContaining("use it in to(), not in from()");
    }

    @Test
    void anEmptyNameIsRefused() {
        assertThatThrownBy(() -> wechat.endpoint("wechat-material:")).isInstanceOf(ResolveEndpointFailedException.class);
    }
}
