package io.github.camelwechat.material.internal.token;

import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;

import io.github.camelwechat.material.internal.call.CallReporter;
import io.github.camelwechat.material.internal.transport.WechatApi;

/**
 * Parts of an account, for token calls.
 *
 * @param api      which they go to
 * @param timer    limits their time
 * @param clock    by which tokens end
 * @param reporter tells of calls
 */
public record TokenApi(WechatApi api, ScheduledExecutorService timer, Clock clock, CallReporter reporter) {
}
