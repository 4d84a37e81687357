package io.github.camelwechat.material.internal.platform;

import io.github.camelwechat.material.internal.store.Store;
import io.github.camelwechat.material.internal.store.Stores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A store with something that another version has written. */
class PlatformStoreTest {

    private static final String APP_ID = "wxplatform";

    @ParameterizedTest
    @ValueSource(strings = {
            "{}", "null", "[]", "planted", "{\"standing\":\"AUTHORIZED\",\"refresh_token\":\"planted\"}",
            "{\"standing\":\"PLANTED-planted\",\"permission_sets\":[]}",
            "{\"standing\":\"AUTHORIZED\",\"permission_sets\":[\"planted\"]}" })
    void strangeAccountIsAnErrorThatNamesItsKeyAlone(String stored) {
        try (Store store = Stores.open("memory")) {
            store.create("merchant/wxshop", stored);
            PlatformStore platform = new PlatformStore(store, APP_ID);

            assertThatThrownBy(platform::merchants).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("merchant/wxshop").hasStackTraceContaining("merchant/wxshop")
                    .satisfies(failure -> assertThatThrownBy(() -> {
                        throw failure.getCause();
                    }).hasMessageNotContaining("planted").hasNoCause());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "null", "{\"create_time\":1}", "{\"ticket\":\"planted\",\"create_time\":\"x\"}" })
    void strangeTicketIsAnErrorThatNamesItsKeyAlone(String stored) {
        try (Store store = Stores.open("memory")) {
            store.create("ticket", stored);
            PlatformStore platform = new PlatformStore(store, APP_ID);

            assertThatThrownBy(platform::ticket).isInstanceOf(IllegalStateException.class).hasMessageContaining("ticket")
                    .hasMessageNotContaining("planted");
        }
    }
}
