package io.github.camelwechat.simulator;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.simulator.rule.AccountState;
import io.github.camelwechat.simulator.rule.WhitelistScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.camelwechat.simulator.ApiClient.BATCHGET;
import static io.github.camelwechat.simulator.ApiClient.COUNT;
import static io.github.camelwechat.simulator.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What accounts may do and from where. */
class AccountsTest extends SimulatorTest {

    private static final String CLASSIC = "/cgi-bin/token?grant_type=client_credential&appid=wxdemo&secret=secret";

    @Test
    void aForbiddenInterfaceIsForbiddenForThatAccountOnly() {
        wechat.account("wxdemo").forbid(COUNT);

        JsonNode refused = json(count());
        assertThat(refused.path("errcode").asInt()).isEqualTo(48001);
        assertThat(refused.path("errmsg").asText()).matches("api unauthorized rid: \\S+");
        assertThat(errcode(call(BATCHGET, "{\"type\":\"image\",\"offset\":0,\"count\":1}"))).isZero();
        String own = token;
        token = wechat.tokens().issue("wxother");
        assertThat(errcode()).isZero();
        token = own;
        wechat.account("wxdemo").allow(COUNT);
        assertThat(errcode()).isZero();
    }

    @Test
    void permissionAndQuotaAreAskedForAtEveryInterface() {
        assertThat(servedForAccounts()).hasSizeGreaterThan(10).allSatisfy(path -> {
            wechat.account("wxdemo").forbid(path);
            assertThat(errcodeOfAnyCall(path)).isEqualTo(48001);
            wechat.account("wxdemo").allow(path).dailyLimit(path, 0);
            assertThat(errcodeOfAnyCall(path)).isEqualTo(45009);
        });
    }

    private List<String> servedForAccounts() {
        return served().stream().filter(path -> !path.startsWith("/cgi-bin/component/")).toList();
    }

    @Test
    void rulesForInterfacesOfPlatformsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> wechat.account("wxdemo").forbid("/cgi-bin/component/api_query_auth"))
                .withMessageContaining("is not the path of an interface");
        assertThat(errcode(call("/cgi-bin/openapi/quota/get", "{\"cgi_path\":\"/cgi-bin/component/api_query_auth\"}")))
                .isEqualTo(76021);
    }

    /** With all that any interface wants to know of an account, by the method that it wants. */
    private int errcodeOfAnyCall(String path) {
        String query = "?access_token=" + token + "&appid=wxdemo&secret=secret&grant_type=client_credential";
        int byGet = errcode(json(client.get(path + query)));
        return byGet != 43002 ? byGet : errcode(json(client.post(path + query, """
                {"grant_type":"client_credential","appid":"wxdemo","secret":"secret","appsecret":"secret"}""")));
    }

    @Test
    void strangersCanCallNoInterface() {
        client.upload(token, "image", "a.png", Samples.picture("png"), null);
        wechat.account("wxdemo").ipWhitelist(List.of("10.1.2.3"));

        assertThat(servedForAccounts()).hasSizeGreaterThan(10).allSatisfy(path -> {
            assertThat(errcodeOfAnyCall(path)).isEqualTo(40164);
            assertThat(wechat.account("wxdemo").usedToday(path)).isLessThanOrEqualTo(1);
        });
        String refused = json(upload().join()).path("errmsg").asText();
        assertThat(refused).startsWith("invalid ip 127.0.0.1 ipv6 ::ffff:127.0.0.1, not in whitelist rid: ");
        assertThat(wechat.library("wxdemo").materials()).hasSize(1);
        token = wechat.tokens().issue("wxother");
        assertThat(errcode()).isZero();
    }

    @Test
    void strangersMayUseATokenWhereTheListBindsTokenCallsOnly() {
        wechat.switches().whitelistScope(WhitelistScope.TOKEN);
        wechat.account("wxdemo").ipWhitelist(List.of("10.1.2.3"));

        JsonNode refused = client.stableToken(false);
        assertThat(refused.path("errcode").asInt()).isEqualTo(40164);
        assertThat(refused.path("errmsg").asText())
                .matches("invalid ip 127\\.0\\.0\\.1 ipv6 ::ffff:127\\.0\\.0\\.1, not in whitelist rid: [0-9a-f-]{26}");
        assertThat(errcode(json(client.get(CLASSIC)))).isEqualTo(40164);
        assertThat(errcode()).isZero();
        wechat.account("wxdemo").ipWhitelist(List.of("10.1.2.3", "127.0.0.1"));
        assertThat(errcode(client.stableToken(false))).isZero();
        wechat.account("wxdemo").ipWhitelist(List.of("127.0.1.0/24", "::/0"));
        assertThat(errcode(client.stableToken(false))).isEqualTo(40164);
        wechat.account("wxdemo").ipWhitelist(List.of("127.0.0.0/24"));
        assertThat(errcode(client.stableToken(false))).isZero();
        wechat.account("wxdemo").ipWhitelist(List.of());
        assertThat(errcode(json(client.get(CLASSIC)))).isZero();
    }

    @ParameterizedTest
    @CsvSource({ "SECRET_FROZEN,40243,冻结", "PUNISHED,50004,for punishment", "FROZEN,50007,冻结" })
    void accountsInTroubleGetNoToken(AccountState state, int errcode, String text) {
        wechat.account("wxdemo").state(state);

        JsonNode refused = client.stableToken(false);
        assertThat(refused.path("errcode").asInt()).isEqualTo(errcode);
        assertThat(refused.path("errmsg").asText()).contains(text);
        assertThat(errcode(json(client.get(CLASSIC)))).isEqualTo(errcode);
        assertThat(errcode()).isZero();
        wechat.account("wxdemo").state(AccountState.NORMAL);
        assertThat(client.token()).isEqualTo(token);
    }

    @Test
    void theBuildersRulesComeBackWithEachReset() {
        try (WechatSimulator own = WechatSimulator.builder().app("wxdemo", "secret")
                .account("wxdemo", account -> account.forbid(COUNT))
                .account("wxdemo", account -> account.dailyLimit(BATCHGET, 0))
                .switches(switches -> switches.videosListedByTitle(true)).start()) {
            own.account("wxdemo").allow(COUNT).state(AccountState.FROZEN).dailyLimit(BATCHGET, 1);
            own.switches().videosListedByTitle(false);

            own.reset();

            assertThat(own.account("wxdemo").forbidden()).containsExactly(COUNT);
            assertThat(own.account("wxdemo").state()).isEqualTo(AccountState.NORMAL);
            assertThat(own.account("wxdemo").limits(BATCHGET).daily()).isZero();
            assertThat(own.switches().videosListedByTitle()).isTrue();
        }
    }

    @Test
    void aRuleThatCannotBeIsRefusedAtTheStart() {
        WechatSimulatorBuilder builder = WechatSimulator.builder().app("wxdemo", "secret");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.account("wxdemo", account -> account.forbid("/nothing")).start())
                .withMessageContaining("'/nothing'");
        assertThatIllegalArgumentException().isThrownBy(() -> WechatSimulator.builder().app("wxdemo", "secret")
                .account("wxnobody", account -> account.forbid(COUNT)).start()).withMessageContaining("wxnobody");
    }
}
