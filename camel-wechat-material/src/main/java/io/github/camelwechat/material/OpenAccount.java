package io.github.camelwechat.material;

import io.github.camelwechat.material.internal.token.AccessTokens;
import io.github.camelwechat.material.internal.transport.AccountSettings;
import io.github.camelwechat.material.internal.transport.Permits;

/** What the endpoints of one account share while the component runs. */
record OpenAccount(AccountSettings settings, Slots slots, Permits permits, AccessTokens tokens,
        AccountOperations operations) {
}
