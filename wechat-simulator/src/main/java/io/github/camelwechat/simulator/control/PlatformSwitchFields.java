package io.github.camelwechat.simulator.control;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.camelwechat.simulator.rule.PlatformSwitches;

/** The switches of third-party platforms as commands give and show them. */
final class PlatformSwitchFields {

    private static final String ATTEMPTS = "push_attempts";
    private static final String TIMEOUT = "push_timeout_millis";
    private static final String PLAIN = "plain_pushes";
    private static final String DURATION = "code_expiry_as_duration";
    private static final String REUSABLE = "authorization_codes_reusable";
    private static final String WITHOUT = "renewals_without_refresh_token";
    private static final String CHANGES = "refresh_token_changes_on_renewal";
    private static final String CODE_42006 = "component_token_expiry_42006";

    private final PlatformSwitches switches;

    PlatformSwitchFields(PlatformSwitches switches) {
        this.switches = switches;
    }

    /** Sets what is named; all stays if anything is wrong. */
    void set(Command command) {
        long attempts = positive(command, ATTEMPTS, switches.pushAttempts());
        long timeout = positive(command, TIMEOUT, switches.pushTimeout().toMillis());
        boolean plain = SwitchCommands.flag(command, PLAIN, switches.plainPushes());
        boolean duration = SwitchCommands.flag(command, DURATION, switches.codeExpiryAsDuration());
        boolean reusable = SwitchCommands.flag(command, REUSABLE, switches.authorizationCodesReusable());
        boolean without = SwitchCommands.flag(command, WITHOUT, switches.renewalsWithoutRefreshToken());
        boolean changes = SwitchCommands.flag(command, CHANGES, switches.refreshTokenChangesOnRenewal());
        boolean code42006 = SwitchCommands.flag(command, CODE_42006, switches.componentTokenExpiry42006());
        switches.pushAttempts((int) Math.min(attempts, Integer.MAX_VALUE)).pushTimeout(Duration.ofMillis(timeout))
                .plainPushes(plain).codeExpiryAsDuration(duration).authorizationCodesReusable(reusable)
                .renewalsWithoutRefreshToken(without).refreshTokenChangesOnRenewal(changes)
                .componentTokenExpiry42006(code42006);
    }

    Map<String, Object> view() {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put(ATTEMPTS, switches.pushAttempts());
        view.put(TIMEOUT, switches.pushTimeout().toMillis());
        view.put(PLAIN, switches.plainPushes());
        view.put(DURATION, switches.codeExpiryAsDuration());
        view.put(REUSABLE, switches.authorizationCodesReusable());
        view.put(WITHOUT, switches.renewalsWithoutRefreshToken());
        view.put(CHANGES, switches.refreshTokenChangesOnRenewal());
        view.put(CODE_42006, switches.componentTokenExpiry42006());
        return view;
    }

    private static long positive(Command command, String field, long otherwise) {
        long value = command.number(field, otherwise);
        if (value < 1) {
            throw new IllegalArgumentException(field + " must be positive, not " + value);
        }
        return value;
    }
}
