package io.github.camelwechat.simulator.rule;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What WeChat thinks of an account. Only the interfaces that give out tokens ask. */
public enum AccountState {
    /** tokens are given out */
    NORMAL(0),
    /** the owner has frozen the AppSecret: 40243 */
    SECRET_FROZEN(40243),
    /** a punished account: 50004 */
    PUNISHED(50004),
    /** the account itself is frozen: 50007 */
    FROZEN(50007);

    private final int errcode;

    AccountState(int errcode) {
        this.errcode = errcode;
    }

    /** {@return the name in the control API, for example {@code secret-frozen}} */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * {@return the state of that name in the control API}
     *
     * @param name for example {@code secret-frozen}
     */
    public static AccountState named(String name) {
        return Arrays.stream(values()).filter(state -> state.wireName().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No state '" + name + "'; there are " + names()));
    }

    int errcode() {
        return errcode;
    }

    private static String names() {
        return Arrays.stream(values()).map(AccountState::wireName).collect(Collectors.joining(", "));
    }
}
