package io.github.camelwechat.material.internal.call;

import java.time.Duration;

import io.github.camelwechat.material.internal.call.CallListener.CallEnd;
import io.github.camelwechat.material.internal.call.CallListener.CallInfo;
import io.github.camelwechat.material.internal.call.CallListener.MediaInfo;
import io.github.camelwechat.material.result.AddMaterialResult;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CallLogTest {

    @Test
    void theLogHasOneLineForEachCall() {
        CallInfo upload = new CallInfo(
                WechatInterface.ADD_MATERIAL, "brand-a", new MediaInfo("camel.png", "image", 204_800), 1);

        assertThat(line(upload, new AddMaterialResult("6T1K", "http://a"), null))
                .isEqualTo("addMaterial brand-a: camel.png, image, 204,800 bytes: media_id 6T1K in 312 ms");
        assertThat(line(upload, null, new IllegalStateException("addMaterial: not sent")))
                .isEqualTo("addMaterial brand-a: camel.png, image, 204,800 bytes: failed in 312 ms: addMaterial: not sent");
        assertThat(line(new CallInfo(WechatInterface.GET_STABLE_ACCESS_TOKEN, "brand-a", MediaInfo.NONE, 2), null, null))
                .isEqualTo("getStableAccessToken brand-a: attempt 2: done in 312 ms");
    }

    private static String line(CallInfo call, AddMaterialResult result, Throwable failure) {
        return CallLog.line(new CallEnd(call, Duration.ofMillis(12), Duration.ofMillis(300), result, failure));
    }
}
