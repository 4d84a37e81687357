package io.github.camelwechat.material.internal.session;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

import io.github.camelwechat.material.internal.call.Deadline;
import io.github.camelwechat.material.internal.inflight.Bounds;
import io.github.camelwechat.material.internal.platform.Platform;
import io.github.camelwechat.material.internal.platform.PlatformIdentity;
import io.github.camelwechat.material.internal.store.Store;
import io.github.camelwechat.material.internal.token.TokenApi;
import io.github.camelwechat.material.internal.transport.HttpEngine;
import io.github.camelwechat.material.internal.transport.WechatApi;

/**
 * Parts that the endpoints of one platform share while the component runs. Its merchants have one bound together, and
 * get their turns at it. Thread-safe.
 */
public final class PlatformSession {

    private static final int CONCURRENT_OPERATIONS = 16;

    private final PlatformSettings settings;
    private final SessionParts parts;
    private final HttpEngine engine;
    private final Platform platform;
    private final Bounds bounds;
    private final Bounds operationBounds = Bounds.of(CONCURRENT_OPERATIONS);
    /** Of those that have authorized the platform. */
    private final Map<String, AccountSession> merchants = new ConcurrentHashMap<>();

    /**
     * Opens a platform.
     *
     * @param store   closed with the session
     * @param storing threads that a store may hold up
     */
    PlatformSession(PlatformSettings settings, SessionParts parts, HttpEngine engine, Store store, Executor storing) {
        this.settings = settings;
        this.parts = parts;
        this.engine = engine;
        this.bounds = Bounds.of(settings.maxConcurrentRequests());
        PlatformIdentity identity = settings.identity();
        this.platform = new Platform(
                identity,
                new TokenApi(
                        api(Set.of(identity.secret(), identity.token(), identity.secretKey())), parts.timer(), parts.clock(),
                        parts.reporter(identity.appId()), parts.readers()),
                store, storing, settings.pushMaxAge());
    }

    private WechatApi api(Set<String> secrets) {
        return new WechatApi(engine, settings.apiUrl(), settings.connectTimeout(), settings.responseTimeout(), secrets);
    }

    public PlatformSettings settings() {
        return settings;
    }

    public Platform platform() {
        return platform;
    }

    /** Returns the bounds of the exchanges with pushes and operations of the platform itself. */
    public Bounds operationBounds() {
        return operationBounds;
    }

    public ComponentRuntime runtime() {
        return parts.runtime();
    }

    /** Returns the time limit of the platform's operations. */
    public Deadline deadline() {
        return parts.deadline(settings.requestTimeout());
    }

    /**
     * Returns the session of a merchant: one and the same for one that has authorized the platform.
     *
     * @param name by which an endpoint uses it
     */
    public AccountSession merchant(String appId, String name) {
        AccountSession known = merchants.get(appId);
        if (known != null) {
            return known;
        }
        // whom anybody may have named is not kept
        return platform.isAuthorized(appId)
                ? merchants.computeIfAbsent(appId, one -> create(one, name)) : create(appId, name);
    }

    private AccountSession create(String appId, String name) {
        return parts.session(
                new MerchantSettings(settings, appId), api(Set.of()), platform.tokens(appId), bounds.forAnotherOwner(),
                settings.requestTimeout(), parts.reporter(name));
    }

    int mostSlots() {
        return Bounds.mostSlots(settings.maxConcurrentRequests()) + Bounds.mostSlots(CONCURRENT_OPERATIONS);
    }
}
