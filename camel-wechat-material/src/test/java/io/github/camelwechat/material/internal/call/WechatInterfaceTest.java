package io.github.camelwechat.material.internal.call;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a call of an interface may leave behind. */
class WechatInterfaceTest {

    private static Stream<String> those(Predicate<WechatInterface> condition) {
        return Arrays.stream(WechatInterface.values()).filter(condition).map(WechatInterface::wechatName);
    }

    @Test
    void changingInterfacesStoreOrDelete() {
        assertThat(those(WechatInterface::changing)).containsExactlyInAnyOrder(
                "addMaterial", "uploadImage", "delMaterial", "addDraft", "updateDraft", "deleteDraft");
    }

    @Test
    void busyAnswerLeavesOpenWhatAddsSomething() {
        assertThat(those(WechatInterface::busyLeavesOpen)).containsExactly("addMaterial", "addDraft");
    }

    @Test
    void adviceToLookFirstIsForChangingInterfaces() {
        assertThat(those(called -> called.advice().startsWith("Look whether it was done")))
                .containsExactlyElementsOf(those(WechatInterface::changing).toList());
        assertThat(WechatInterface.GET_MATERIAL.advice()).contains("may be sent again");
    }
}
