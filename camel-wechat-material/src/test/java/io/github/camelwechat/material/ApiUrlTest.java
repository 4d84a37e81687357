package io.github.camelwechat.material;

import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Where the token may be sent to. */
class ApiUrlTest {

    @RegisterExtension
    final Wechat wechat = new Wechat();

    private WechatMaterialEndpoint endpoint(String apiUrl) {
        wechat.plainAccount().setApiUrl(apiUrl);
        return wechat.endpoint("wechat-material:default");
    }

    @Test
    void isWechatsUnlessToldOtherwise() {
        wechat.plainAccount().setApiUrl(null);

        assertThat(wechat.endpoint("wechat-material:default").session().settings().apiUrl())
                .hasToString("https://api.weixin.qq.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "https://api.weixin.qq.com", "https://sh.api.weixin.qq.com", "https://relay.example:8443/wechat",
            "http://localhost:8089", "http://LOCALHOST:8089", "http://127.0.0.1:8089", "http://127.1.2.3", "http://[::1]:8089",
            "HTTPS://relay.example" })
    void isHttpsOrPlainHttpToThisMachine(String url) {
        assertThat(endpoint(url).session().settings().apiUrl()).hasToString(url);
    }

    @Test
    void losesItsLastSlash() {
        assertThat(endpoint("https://relay.example/wechat/").session().settings().apiUrl())
                .hasToString("https://relay.example/wechat");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "http://api.weixin.qq.com", "http://localhost.evil.example", "http://127.0.0.1.evil.example", "http://10.0.0.1",
            "http://0.0.0.0", "HTTP://relay.example", "http://[::2]" })
    void isNotPlainHttpToAnotherMachine(String url) {
        assertThatThrownBy(() -> endpoint(url)).rootCause().isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("plain HTTP").hasMessageContaining("allowPlainHttp=true");
    }

    @Test
    void isPlainHttpWhereThatIsAllowed() {
        wechat.configuration().setAllowPlainHttp(true);

        assertThat(endpoint("http://relay.example").session().settings().apiUrl()).hasToString("http://relay.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "https://relay.example/?key=hidden", "https://hidden@relay.example", "https://user:hidden@relay.example",
            "https://relay.example/#hidden", "https://user:hid den@relay.example", "https://relay.example/?key=hidden#a b" })
    void holdsNoUserQueryOrFragmentAndIsNotRepeatedInTheRefusal(String url) {
        assertThatThrownBy(() -> endpoint(url))
                .satisfies(e -> assertThat(Throwables.getRootCause(e)).isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("apiUrl"))
                .satisfies(e -> assertThat(Throwables.getStackTrace(e)).doesNotContain("hidden", "hid den"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "ftp://relay.example", "relay.example", "//relay.example", "https:relay", "file:///etc", "", " " })
    void hasASchemeAndAHost(String url) {
        assertThatThrownBy(() -> endpoint(url)).rootCause().isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("apiUrl").hasMessageContaining("https://api.weixin.qq.com");
    }

    @Test
    void bringsItsPathIntoTheRequest() throws Exception {
        wechat.plainAccount().setApiUrl(wechat.simulator().url() + "/relay");
        wechat.upload(Samples.png());

        assertThat(wechat.simulator().journal().entries("/relay" + Wechat.STABLE_TOKEN)).hasSize(1);
    }
}
