package io.github.camelwechat.material;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelwechat.material.AccountResolver.Rule;
import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.internal.call.CallListener;
import io.github.camelwechat.material.internal.call.CallLog;
import io.github.camelwechat.material.internal.health.AccountHealthChecks;
import io.github.camelwechat.material.internal.inflight.InflightExchanges;
import io.github.camelwechat.material.internal.session.ComponentRuntime;
import io.github.camelwechat.material.internal.session.PlatformSettings;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.jspecify.annotations.Nullable;

/**
 * Makes the material library of WeChat Official Accounts available as {@code wechat-material:account}.
 */
@Component("wechat-material")
public class WechatMaterialComponent extends HealthCheckComponent implements SSLContextParametersAware {

    @Metadata
    private WechatMaterialConfiguration configuration = new WechatMaterialConfiguration();
    @Metadata
    private Map<String, WechatMaterialAccount> accounts = new LinkedHashMap<>();
    @Metadata
    private Map<String, WechatMaterialPlatform> platforms = new LinkedHashMap<>();
    @Metadata(label = "security", defaultValue = "true")
    private boolean allowUriAccounts = true;
    @Metadata(label = "security", defaultValue = "false")
    private boolean useGlobalSslContextParameters;
    @Metadata(label = "health", defaultValue = "component")
    private WechatMaterialReadiness healthCheckReadiness = WechatMaterialReadiness.component;
    @Metadata(label = "article", defaultValue = "268435456")
    private long maxArticleMemory = 256L << 20;

    private final SslContexts sslContexts = new SslContexts();
    private @Nullable AccountHealthChecks healthChecks;
    private @Nullable EarlyStop earlyStop;
    private @Nullable ComponentRuntime runtime;
    private @Nullable ArticleResources articles;
    private boolean stopped;

    public WechatMaterialComponent() {
    }

    public WechatMaterialComponent(CamelContext context) {
        super(context);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        AccountResolver resolver = resolver();
        Rule rule = resolver.rule(remaining, parameters);
        WechatMaterialConfiguration copy = configuration.copy();
        if (rule == Rule.URI || rule == Rule.MESSAGE) {
            // never inherited: a typing mistake must not upload to another account
            copy.setAppId(null);
            copy.setSecret(null);
            copy.setAccessToken(null);
            copy.setPlatform(null);
            ProxyOptions.clear(copy);
            CloudResolver.clear(copy);
        }
        WechatMaterialEndpoint endpoint = newEndpoint(uri, remaining, copy);
        setProperties(endpoint, parameters);
        endpoint.options().requireType();
        endpoint.setArticleRules(ArticleRules.of(endpoint.getArticleOptions()));
        requireResolved(copy);
        requireMerchantByHeader(rule == Rule.MESSAGE, endpoint.isAllowMerchantByHeader());
        endpoint.setSettings(resolver.resolve(rule, remaining, copy));
        return endpoint;
    }

    /** @throws IllegalArgumentException if there is no such platform, or an option of it cannot be right */
    PlatformSettings platformSettings(String name) {
        return new PlatformResolver(platforms, connections()).resolve(name);
    }

    private AccountResolver resolver() {
        ConnectionResolver connections = connections();
        MerchantResolver merchants = new MerchantResolver(new PlatformResolver(platforms, connections));
        return new AccountResolver(configuration, accounts, merchants, connections, allowUriAccounts);
    }

    private ConnectionResolver connections() {
        return new ConnectionResolver(configuration, own -> sslContexts.of(own, this));
    }

    /** Neither does anything without the other. */
    private static void requireMerchantByHeader(boolean anyMerchant, boolean allowed) {
        if (anyMerchant != allowed) {
            throw new IllegalArgumentException(
                    allowed
                            ? "allowMerchantByHeader=true is for wechat-material:*?platform=… only: another name is one account"
                            : "wechat-material:* takes the merchant from the header " + WechatMaterialConstants.MERCHANT
                              + "; set allowMerchantByHeader=true to say so");
        }
    }

    WechatMaterialEndpoint newEndpoint(String uri, String account, WechatMaterialConfiguration options) {
        return new WechatMaterialEndpoint(uri, this, account, options);
    }

    /** The listeners of all accounts. */
    List<CallListener> callListeners() {
        return List.of(new CallLog());
    }

    /** These options are texts, not expressions. */
    private static void requireResolved(WechatMaterialConfiguration configuration) {
        String advice = "set the header for a value of the message, or use toD";
        Placeholders.refuse("fileName", configuration.getFileName(), advice);
        Placeholders.refuse("title", configuration.getTitle(), advice);
        Placeholders.refuse("introduction", configuration.getIntroduction(), advice);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        synchronized (this) {
            stopped = false;
        }
        earlyStop = new EarlyStop(this);
        earlyStop.begin(getCamelContext());
    }

    @Override
    protected void doStop() throws Exception {
        ComponentRuntime stopping;
        AccountHealthChecks stoppingChecks;
        ArticleResources stoppingArticles;
        synchronized (this) {
            stopped = true;
            stoppingArticles = articles;
            articles = null;
            stopping = runtime;
            runtime = null;
            stoppingChecks = healthChecks;
            if (stopping != null) {
                stopping.beginStop();
            }
        }
        if (earlyStop != null) {
            earlyStop.end(getCamelContext());
        }
        if (stoppingChecks != null) {
            stoppingChecks.removeAll();
        }
        if (stopping != null) {
            stopping.stop(getCamelContext().getShutdownStrategy().isForceShutdown());
        }
        if (stoppingArticles != null) {
            stoppingArticles.close();
        }
        super.doStop();
    }

    /** Camel starts some endpoints before their component, so whoever comes first creates it. */
    synchronized ComponentRuntime runtime() {
        if (stopped) {
            throw new NotSentException("Not sent, the component is stopped");
        }
        if (runtime == null) {
            healthChecks = new AccountHealthChecks(this, healthCheckReadiness == WechatMaterialReadiness.account);
            runtime = new ComponentRuntime(
                    getCamelContext().getExecutorServiceManager(), this,
                    workers -> new InflightExchanges<>(workers, OutcomeWriter::write), healthChecks,
                    callListeners());
        }
        return runtime;
    }

    /** @throws IllegalStateException if there is no finder of pictures */
    synchronized ArticleResources articles() {
        ComponentRuntime current = runtime();
        if (articles == null) {
            articles = new ArticleResources(current, getCamelContext(), maxArticleMemory);
        }
        return articles;
    }

    synchronized @Nullable ComponentRuntime runtimeIfAny() {
        return runtime;
    }

    public WechatMaterialConfiguration getConfiguration() {
        return configuration;
    }

    /**
     * The options as one bean.
     */
    public void setConfiguration(WechatMaterialConfiguration configuration) {
        this.configuration = configuration;
    }

    public Map<String, WechatMaterialAccount> getAccounts() {
        return accounts;
    }

    /**
     * The Official Accounts by the name that endpoints call them by: lower-case letters, digits and dashes.
     */
    public void setAccounts(Map<String, WechatMaterialAccount> accounts) {
        this.accounts = accounts;
    }

    public Map<String, WechatMaterialPlatform> getPlatforms() {
        return platforms;
    }

    /**
     * The third-party platforms by the name that accounts and URIs call them by: lower-case letters, digits and dashes.
     */
    public void setPlatforms(Map<String, WechatMaterialPlatform> platforms) {
        this.platforms = platforms;
    }

    public boolean isAllowUriAccounts() {
        return allowUriAccounts;
    }

    /**
     * Whether a URI may describe an account of its own with secret or accessToken, or a merchant with platform. Set it
     * to false where a message is part of a URI, as with toD: it could choose the account, and the address that its
     * file goes to.
     */
    public void setAllowUriAccounts(boolean allowUriAccounts) {
        this.allowUriAccounts = allowUriAccounts;
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    /**
     * Whether to use the SSLContextParameters of the CamelContext where neither the account or platform nor the
     * component has its own.
     */
    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }

    public WechatMaterialReadiness getHealthCheckReadiness() {
        return healthCheckReadiness;
    }

    /**
     * The health checks that count as readiness. With component it is one check named as the component, which is DOWN
     * if all accounts in use are DOWN; the checks of the accounts show in health only. With account it is the check of
     * each account.
     */
    public void setHealthCheckReadiness(WechatMaterialReadiness healthCheckReadiness) {
        this.healthCheckReadiness = healthCheckReadiness;
    }

    public long getMaxArticleMemory() {
        return maxArticleMemory;
    }

    /**
     * The memory, in bytes, that all articles of rewriteArticle under way may take together. The thread that brings a
     * further one waits.
     */
    public void setMaxArticleMemory(long maxArticleMemory) {
        this.maxArticleMemory = maxArticleMemory;
    }
}
