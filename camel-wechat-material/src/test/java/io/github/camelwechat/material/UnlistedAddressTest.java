package io.github.camelwechat.material;

import java.util.List;
import java.util.Map;

import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.simulator.rule.WhitelistScope;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** An address that is not on the account's IP white list: nothing is done, and the address is named. */
class UnlistedAddressTest {

    private static final List<String> ANOTHER = List.of("10.1.2.3");

    @RegisterExtension
    final Wechat wechat = new Wechat();

    private String mediaId;

    @BeforeEach
    void materialIsThere() {
        wechat.plainAccount();
        mediaId = wechat.stored(Samples.png());
        wechat.simulator().journal().clear();
        wechat.simulator().account(Wechat.APP).ipWhitelist(ANOTHER);
    }

    private Exchange call(String operation) {
        return wechat.upload("wechat-material:default?operation=" + operation, Samples.png(),
                Map.of(WechatMaterialConstants.MEDIA_ID, mediaId, WechatMaterialConstants.TYPE, "image"));
    }

    private static void refused(Exchange result, String operation) {
        assertThat(result.getException()).isInstanceOfSatisfying(WechatApiException.class, failure -> {
            assertThat(failure.getErrcode()).isEqualTo(40164);
            assertThat(failure.getOperation()).isEqualTo(operation);
            assertThat(failure.mayHaveTakenEffect()).isFalse();
            assertThat(failure.isRetryable()).isFalse();
            assertThat(failure.getAdvice()).isEqualTo("Add 127.0.0.1 to the IP white list in WeChat's console.");
            assertThat(failure).hasMessageContaining(failure.getAdvice());
        });
    }

    @ParameterizedTest
    @CsvSource({
            "addMaterial,/cgi-bin/material/add_material", "uploadImage,/cgi-bin/media/uploadimg",
            "getMaterial,/cgi-bin/material/get_material", "delMaterial,/cgi-bin/material/del_material",
            "getMaterialCount,/cgi-bin/material/get_materialcount",
            "batchGetMaterial,/cgi-bin/material/batchget_material" })
    void callWithTokenIsRefusedOnceAndDoesNothing(String operation, String path) {
        refused(call(operation), operation);

        assertThat(wechat.simulator().journal().entries()).singleElement()
                .satisfies(call -> assertThat(call.path()).isEqualTo(path));
        assertThat(wechat.simulator().library(Wechat.APP).materials()).hasSize(1);
        assertThat(wechat.simulator().library(Wechat.APP).articlePictures()).isEmpty();
    }

    @Test
    void refusedCallDoesNotHoldUpTheNextOne() {
        refused(call("addMaterial"), "addMaterial");
        wechat.simulator().account(Wechat.APP).ipWhitelist(List.of("127.0.0.1"));

        assertThat(call("addMaterial").getException()).isNull();
        assertThat(wechat.tokenCalls()).isZero();
    }

    @Test
    void tokenServesWhereTheListBindsTokenCallsOnly() {
        wechat.simulator().switches().whitelistScope(WhitelistScope.TOKEN);

        assertThat(call("addMaterial").getException()).isNull();
        wechat.simulator().tokens().expire(Wechat.APP);
        refused(call("addMaterial"), "getStableAccessToken");
    }
}
