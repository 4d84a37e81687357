package io.github.camelwechat.material.internal.store;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StoreKeyTest {

    @ParameterizedTest
    @CsvSource({
            "wx0123456789abcdef,key-wx0123456789abcdef", "merchant/wxA_,key-merchant_2fwx_41_5f", "con,key-con",
            "..,key-_2e_2e", "a.tmp,key-a_2etmp", "-,key--" })
    void nameOfAFileIsReadable(String key, String name) {
        assertThat(StoreKey.toFileName(key)).isEqualTo(name);
        assertThat(StoreKey.ofFileName(name)).isEqualTo(key);
    }

    @Test
    void twoKeysHaveTwoNamesEvenWithoutCase() {
        Random random = new Random(16);
        Map<String, String> keys = new HashMap<>();
        for (int i = 0; i < 50_000; i++) {
            String key = key(random);
            String name = StoreKey.toFileName(key);

            assertThat(name).matches("key-[a-z0-9_-]{1,240}");
            assertThat(StoreKey.ofFileName(name)).isEqualTo(key);
            assertThat(keys.computeIfAbsent(name.toLowerCase(Locale.ROOT), unknown -> key)).isEqualTo(key);
        }
    }

    private static String key(Random random) {
        StringBuilder key = new StringBuilder();
        // short ones of few characters, which differ little
        String letters = random.nextBoolean() ? "aA_45f." : null;
        int length = 1 + random.nextInt(letters == null ? StoreKey.MAX_LENGTH : 5);
        for (int i = 0; i < length; i++) {
            key.append(letters == null
                    ? (char) ('!' + random.nextInt('~' - '!' + 1)) : letters.charAt(random.nextInt(letters.length())));
        }
        return StoreKey.checked(key.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "key-WX", "KEY-wx", "Key-wx", "key-wx (1)", "key-wx_", "key-wx_4", "key-wx_4g", "key-_61", "key-_2F", "key-wx~" })
    void anotherNameIsNoKeys(String name) {
        assertThat(StoreKey.isFileName(name)).isTrue();
        assertThat(StoreKey.ofFileName(name)).isNull();
    }
}
