package io.github.camelwechat.material.error;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorCodeTest {

    @Test
    void aCodeThatIsNotListedIsNotRepeated() {
        WechatApiException failure = new WechatApiException("addMaterial", 99999, "news to us", null);

        assertThat(failure.isRetryable()).isFalse();
        assertThat(failure.getAdvice()).isEqualTo("See WeChat's table of return codes.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "invalid ip 61.172.68.219, not in whitelist|61.172.68.219",
            "invalid ip 82.156.91.213 ipv6 ::ffff:82.156.91.213, not in whitelist|82.156.91.213",
            "invalid ip 240e:3b0::1f ipv6 240e:3b0::1f, not in whitelist|240e:3b0::1f",
            "invalid ip :: ipv6 ::ffff:82.156.91.213, not in whitelist|::",
            "invalid ip 1.2.3 ipv6 2408:4005:3c6:5c00:1:2:3:4, not in whitelist|2408:4005:3c6:5c00:1:2:3:4" })
    void refusedAddressIsNamedInEveryKnownShape(String errmsg, String address) {
        for (String operation : List.of("addMaterial", "delMaterial", "batchGetMaterial", "getStableAccessToken")) {
            WechatApiException failure = new WechatApiException(operation, 40164, errmsg, null);

            assertThat(failure.getAdvice()).isEqualTo("Add " + address + " to the IP white list in WeChat's console.");
            assertThat(failure.isRetryable()).isFalse();
            assertThat(failure.mayHaveTakenEffect()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", "not in whitelist", "invalid ip , not in whitelist", "invalid ip evil.example, not in whitelist",
            "invalid ip 256.1.1.1, not in whitelist", "invalid ip 1.2.3.4.5, not in whitelist", "invalid ip 1.2.3, not in",
            "invalid ip ::::, not in whitelist", "invalid ip ...., not in whitelist", "invalid ip abad.cafe, not in",
            "invalid ip 1:2:3:4:5:6:7:8:9, not in whitelist", "invalid ip 0000000000000000000000000000000000000000000000::1,",
            "invalid ip 010.1.1.1, not in whitelist", "invalid ip <b>1.2.3.4</b>, not in whitelist" })
    void textThatIsNoAddressIsNotNamed(String errmsg) {
        assertThat(new WechatApiException("addMaterial", 40164, errmsg, null).getAdvice())
                .isEqualTo("Add this machine's outgoing address to the IP white list in WeChat's console.");
    }

    @Test
    void theRefusedAddressOfAPlatformIsNamedForItsOwnList() {
        assertThat(new WechatApiException(
                "addMaterial", 61004, "access clientip is not registered, invalid ip 61.172.68.219", null).getAdvice())
                .isEqualTo("Add 61.172.68.219 to the platform's IP white list on open.weixin.qq.com.");
    }

    @Test
    void allCodesOfPlatformsHaveAdvice() {
        IntStream codes = IntStream.concat(
                IntStream.rangeClosed(61000, 61024).filter(code -> code != 61002), IntStream.of(42006, 41018, 41020, 41021));

        assertThat(codes.filter(code -> ErrorCode.of(code).advice().contains("table of return codes"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = { 61005, 61006, 41020 })
    void afterTheNextTicketARepeatCanHelp(int code) {
        assertThat(new WechatApiException("getComponentAccessToken", code, "", null).isRetryable()).isTrue();
    }

    @Test
    void busyLeavesOpenWhatTheCallerSays() {
        WechatApiException open = new WechatApiException("addDraft", -1, "system error", null, true, null);
        WechatApiException closed = new WechatApiException("getMaterial", -1, "system error", null, false, null);

        assertThat(open.mayHaveTakenEffect()).isTrue();
        assertThat(open.isRetryable()).isFalse();
        assertThat(open.getAdvice()).contains("Before repeating addDraft");
        assertThat(closed.mayHaveTakenEffect()).isFalse();
        assertThat(closed.isRetryable()).isTrue();
    }

    @Test
    void busyLeavesOpenWhereNothingIsSaid() {
        assertThat(new WechatApiException("getMaterial", -1, "system error", null).mayHaveTakenEffect()).isTrue();
        assertThat(new WechatApiException("getMaterial", -1, "system error", null, null).isRetryable()).isFalse();
    }
}
