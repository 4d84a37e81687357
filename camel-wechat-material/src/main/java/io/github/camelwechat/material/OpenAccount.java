package io.github.camelwechat.material;

import io.github.camelwechat.material.token.AccessTokens;
import io.github.camelwechat.material.transport.AccountSettings;
import io.github.camelwechat.material.transport.Permits;

/** What the endpoints of one account share while the component runs. */
record OpenAccount(AccountSettings settings, Slots slots, Permits permits, AccessTokens tokens,
        AccountOperations operations) {
}
