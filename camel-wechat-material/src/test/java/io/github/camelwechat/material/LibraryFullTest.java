package io.github.camelwechat.material;

import java.util.Map;

import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.library.Caps;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** A library that holds all it can. */
class LibraryFullTest {

    @RegisterExtension
    final Wechat wechat = new Wechat();

    @Test
    void aFullLibraryIsSaidSoWithWhatToDo() throws Exception {
        try (WechatSimulator small = WechatSimulator.builder().app(Wechat.APP, Wechat.SECRET).caps(new Caps(1, 1, 1)).start()) {
            wechat.plainAccount().setApiUrl(small.url());
            Exchange first = wechat.upload(Samples.png());

            WechatApiException failure = (WechatApiException) wechat.upload(Samples.png()).getException();

            assertThat(failure.getErrcode()).isEqualTo(45034);
            assertThat(failure.isRetryable()).isFalse();
            assertThat(failure.getAdvice()).contains("Delete material");

            wechat.upload("wechat-material:default?operation=delMaterial", null, Map.of(WechatMaterialConstants.MEDIA_ID,
                    first.getMessage().getHeader(WechatMaterialConstants.MEDIA_ID)));
            assertThat(wechat.upload(Samples.png()).getException()).isNull();
        }
    }
}
