package io.github.camelwechat.material.internal.ledger;

import io.github.camelwechat.material.internal.session.AccountSession;

/** What this room must not use. */
public class RefusedUse {

    AccountSession refused;
}
