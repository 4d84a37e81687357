package io.github.camelwechat.material.internal.session;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

import io.github.camelwechat.material.internal.call.CallListener;
import io.github.camelwechat.material.internal.call.CallReporter;
import io.github.camelwechat.material.internal.call.Deadline;
import io.github.camelwechat.material.internal.client.DraftClient;
import io.github.camelwechat.material.internal.client.InterfaceCalls;
import io.github.camelwechat.material.internal.client.MaterialClient;
import io.github.camelwechat.material.internal.inflight.Bounds;
import io.github.camelwechat.material.internal.media.MediaPreparer;
import io.github.camelwechat.material.internal.media.SpoolFolder;
import io.github.camelwechat.material.internal.token.AccessTokens;
import io.github.camelwechat.material.internal.transport.WechatApi;

/**
 * Parts of a component's runtime of which all sessions are made. Immutable; its parts are thread-safe.
 *
 * @param runtime       of the component
 * @param engines       in use
 * @param preparer      makes bodies ready to be sent
 * @param spoolFolder   for what is fetched
 * @param timer         limits the time of calls
 * @param clock         by which tokens end
 * @param callListeners hear of calls and operations
 * @param readers       run what waits for a disk
 */
record SessionParts(
        ComponentRuntime runtime, HttpEngines engines, MediaPreparer preparer, SpoolFolder spoolFolder,
        ScheduledExecutorService timer, Clock clock, List<CallListener> callListeners, Executor readers) {

    /**
     * Makes a session.
     *
     * @param api            as the account reaches it
     * @param requestTimeout over an operation
     */
    AccountSession session(
            EndpointSettings settings, WechatApi api, AccessTokens tokens, Bounds bounds, Duration requestTimeout,
            CallReporter reporter) {
        InterfaceCalls calls = new InterfaceCalls(api, tokens, bounds.permits(), reporter);
        return new AccountSession(
                settings, bounds, tokens, new MaterialClient(calls), new DraftClient(calls), preparer, spoolFolder,
                deadline(requestTimeout), reporter, runtime);
    }

    Deadline deadline(Duration requestTimeout) {
        return new Deadline(timer, requestTimeout, "requestTimeout");
    }

    /** @param account a name by which endpoints use it */
    CallReporter reporter(String account) {
        return new CallReporter(callListeners, account, System::nanoTime);
    }
}
