package io.github.camelwechat.material.internal.token;

import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.transport.Authorization;
import org.jspecify.annotations.Nullable;

/** Source of what requests carry to the side process of a container, which adds the token itself. Thread-safe. */
final class SideProcessSource implements TokenSource {

    private final AccessToken fixed;
    private final ReadinessQueue readiness;

    /** @param fromAppId of an account that shares the environment; null for the owner of the environment */
    SideProcessSource(TokenApi api, @Nullable String fromAppId) {
        this.fixed = AccessToken.fixed(Authorization.fromAppId(fromAppId));
        this.readiness = new ReadinessQueue(api.timer());
    }

    @Override
    public Call<AccessToken> fetch(@Nullable Authorization refused) {
        return Call.of(fixed);
    }

    @Override
    public ReadinessQueue readiness() {
        return readiness;
    }
}
