package io.github.camelwechat.material.internal.platform;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.error.WechatMaterialException;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.store.Store;
import io.github.camelwechat.material.internal.token.AccessTokens;
import io.github.camelwechat.material.internal.token.SparingTokenSource;
import io.github.camelwechat.material.internal.token.TokenApi;
import io.github.camelwechat.material.result.AuthorizationInfo;
import io.github.camelwechat.material.result.AuthorizerInfo;
import io.github.camelwechat.material.result.AuthorizerPage;
import io.github.camelwechat.material.result.PreAuthCode;
import org.jspecify.annotations.Nullable;

/**
 * A third-party platform while the component runs: its pushes, its accounts and their tokens. Thread-safe; holds no
 * thread.
 */
public final class Platform implements AutoCloseable {

    /** The most accounts of a page. */
    public static final int MAX_PAGE = 500;

    private final Store store;
    private final PushReader pushes;
    private final Tickets tickets;
    private final ComponentTokenSource source;
    private final AccessTokens tokens;
    private final ComponentClient client;
    private final Merchants merchants;
    private final Redemptions redemptions;

    /**
     * Opens a platform: reads its store, and waits for that alone.
     *
     * @param  api                      goes to WeChat with the platform's secrets, but for its answers
     * @param  store                    closed with the platform
     * @param  storing                  threads that a store may hold up
     * @param  pushMaxAge               after which a push is refused; zero for no limit
     * @throws IllegalArgumentException if the identity cannot be right
     * @throws IllegalStateException    if the store is another platform's, or cannot be read
     */
    public Platform(PlatformIdentity identity, TokenApi api, Store store, Executor storing, Duration pushMaxAge) {
        this.store = store;
        this.pushes = new PushReader(
                new Envelope(identity.appId(), identity.token(), identity.secretKey()), pushMaxAge, api.clock());
        PlatformStore stored = new PlatformStore(store, identity.appId());
        Changes changes = new Changes(storing, api.timer());
        this.tickets = new Tickets(stored, changes, api.clock());
        this.source = new ComponentTokenSource(identity, api, tickets);
        this.tokens = new AccessTokens(new SparingTokenSource(source, api.clock()), api.clock());
        this.client = new ComponentClient(identity, api, tokens);
        this.merchants = new Merchants(stored, changes, client, api);
        this.redemptions = new Redemptions(() -> tickets.problem() != null || tokens.failure() != null);
    }

    /** Goes on with what was pending when the platform was closed. */
    public void start() {
        redemptions.begin(merchants.pending());
    }

    /** Returns the reader of its pushes. */
    public PushReader pushes() {
        return pushes;
    }

    /** Stores an event. Once the call has ended, WeChat may be told so; nobody waits for what follows of the event. */
    public Call<PushEvent> accept(PushEvent event) {
        if (event instanceof PushEvent.Ticket ticket) {
            return tickets.accept(ticket, this::begin).map(stored -> event);
        } else if (event instanceof PushEvent.Authorized authorized) {
            return change(event, authorized.authorizerAppId(), state -> MerchantState.authorized(state, authorized));
        } else if (event instanceof PushEvent.Unauthorized unauthorized) {
            return change(event, unauthorized.authorizerAppId(), state -> MerchantState.unauthorized(state, unauthorized));
        }
        return Call.of(event);
    }

    /** Begins with a new ticket. */
    private void begin() {
        source.forgetRefusal();
        tokens.fresh();
        redemptions.begin(merchants.pending());
    }

    private Call<PushEvent> change(PushEvent event, String appId, UnaryOperator<@Nullable MerchantState> change) {
        return merchants.change(appId, change).map(merchant -> {
            if (merchant.isPending()) {
                redemptions.begin(List.of(merchant));
            }
            return event;
        });
    }

    /** Returns whether an account has authorized the platform at some time, as far as it has been told. */
    public boolean isKnown(String appId) {
        return merchants.isKnown(appId);
    }

    /** Returns whether an account is known to have authorized the platform. */
    public boolean isAuthorized(String appId) {
        return merchants.isAuthorized(appId);
    }

    /** Returns the access tokens of an account; they fail for one that has not authorized the platform. */
    public AccessTokens tokens(String appId) {
        return merchants.get(appId).tokens();
    }

    /** Returns whether it can call WeChat, without a call. */
    public PlatformStatus status() {
        WechatMaterialException problem = tickets.problem();
        if (problem == null) {
            problem = source.refusal();
        }
        if (problem == null) {
            return PlatformStatus.WORKING;
        }
        return new PlatformStatus(
                false, problem.getMessage(), problem instanceof WechatApiException refusal ? refusal.getErrcode() : null);
    }

    /** {@code api_start_push_ticket}. */
    public Call<Void> startPushTicket() {
        return client.startPushTicket();
    }

    /**
     * {@code api_create_preauthcode}.
     *
     * @param redirectUri for the administrator's browser afterwards
     * @param authType    the kinds of accounts; 1 for official accounts
     * @param bizAppId    the account that is to authorize the platform; null for any
     */
    public Call<PreAuthCode> createPreAuthCode(String redirectUri, int authType, @Nullable String bizAppId) {
        return client.createPreAuthCode(redirectUri, authType, bizAppId);
    }

    /** {@code api_query_auth}. What it gives is stored; the result has no token. */
    public Call<AuthorizationInfo> queryAuth(String authorizationCode) {
        long asked = merchants.events();
        return client.queryAuth(authorizationCode).then(redeemed -> {
            Grant grant = redeemed.token().grant();
            return merchants.redeemed(redeemed.appId(), asked, authorizationCode, grant)
                    .map(merchant -> new AuthorizationInfo(redeemed.appId(), grant.permissionSets()));
        });
    }

    /** {@code api_get_authorizer_info}. The refresh token that it gives is stored; the result has none. */
    public Call<AuthorizerInfo> getAuthorizerInfo(String appId) {
        long asked = merchants.events();
        return client.authorizerInfo(appId).then(told -> {
            Grant grant = told.authorization().grant();
            return merchants.told(appId, asked, grant).map(merchant -> told.account().info(appId, grant.permissionSets()));
        });
    }

    /**
     * {@code api_get_authorizer_list}. The refresh tokens that it gives are stored; the result has none.
     *
     * @param offset 0 or more
     * @param count  1 to {@value #MAX_PAGE}
     */
    public Call<AuthorizerPage> getAuthorizerList(int offset, int count) {
        long asked = merchants.events();
        return client.authorizerList(offset, count).then(page -> merchants.listed(page.list(), asked).map(
                stored -> new AuthorizerPage(
                        page.totalCount(), page.list().stream()
                                .map(one -> new AuthorizerPage.Authorizer(one.appId(), one.authTime().getEpochSecond()))
                                .toList())));
    }

    @Override
    public void close() {
        store.close();
    }
}
