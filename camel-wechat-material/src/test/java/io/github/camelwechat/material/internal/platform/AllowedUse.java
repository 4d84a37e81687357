package io.github.camelwechat.material.internal.platform;

import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.token.AccessTokens;
import io.github.camelwechat.material.internal.token.TokenSource;
import io.github.camelwechat.material.internal.transport.WechatApi;
import io.github.camelwechat.material.result.MaterialCount;

/** What this room is going to need. */
public class AllowedUse {

    AccessTokens tokens;
    TokenSource source;
    WechatApi api;
    Call<MaterialCount> call;
}
