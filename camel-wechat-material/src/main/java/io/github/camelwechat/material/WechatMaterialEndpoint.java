package io.github.camelwechat.material;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import io.github.camelwechat.material.internal.article.ArticleRewriter;
import io.github.camelwechat.material.internal.operation.EndpointOptions;
import io.github.camelwechat.material.internal.session.AccountSession;
import io.github.camelwechat.material.internal.session.AccountSettings;
import io.github.camelwechat.material.internal.session.EndpointSettings;
import io.github.camelwechat.material.internal.session.MerchantSettings;
import io.github.camelwechat.material.internal.session.PlatformSession;
import org.apache.camel.AsyncEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.SynchronousDelegateProducer;
import org.jspecify.annotations.Nullable;

/**
 * Upload pictures, voices, videos and thumbs to the material library of a WeChat Official Account, and list, fetch and
 * delete what is in it.
 */
@UriEndpoint(firstVersion = "0.1.0", scheme = "wechat-material", title = "WeChat Material",
             syntax = "wechat-material:account", category = { Category.CLOUD, Category.SOCIAL, Category.FILE },
             producerOnly = true, headersClass = WechatMaterialConstants.class)
public class WechatMaterialEndpoint extends DefaultEndpoint implements AsyncEndpoint, EndpointServiceLocation {

    @UriPath(description = "The account: a name among the component's accounts; 'default', or the component's own appId, for"
                           + " the account that its plain options describe; any other name, best the AppID, where the URI"
                           + " carries secret, accessToken or platform; or an asterisk,"
                           + " where each message names a merchant of the URI's platform.")
    @Metadata(required = true)
    private final String account;
    @UriParam
    private final WechatMaterialConfiguration configuration;
    @UriParam
    private final WechatMaterialArticleOptions articleOptions = new WechatMaterialArticleOptions();
    @UriParam(label = "producer,advanced", defaultValue = "true",
              description = "Whether to check size, format and play time before sending. Without it a body of up to 20 MB"
                            + " is sent as it is, under a clean name; where its content is unknown it needs a type.")
    private boolean validate = true;
    @UriParam(label = "producer,advanced",
              description = "Whether a message may ask for delMaterial or deleteDraft by its header. Otherwise the endpoint has to"
                            + " say that operation itself.")
    private boolean allowDeleteByHeader;
    @UriParam(label = "producer",
              description = "Whether a message names the merchant by its header, among those that have authorized the"
                            + " platform of the URI. It needs an asterisk in place of the account.")
    private boolean allowMerchantByHeader;
    @UriParam(label = "advanced",
              description = "Whether the calling thread waits for the answer, so that the exchange goes on on that thread.")
    private boolean synchronous;

    private @Nullable EndpointSettings settings;
    private @Nullable ArticleRules articleRules;
    private volatile @Nullable AccountSession session;
    private volatile @Nullable PlatformSession platform;

    WechatMaterialEndpoint(String uri, WechatMaterialComponent component, String account,
                           WechatMaterialConfiguration configuration) {
        super(uri, component);
        this.account = account;
        this.configuration = configuration;
    }

    @Override
    public WechatMaterialComponent getComponent() {
        return (WechatMaterialComponent) super.getComponent();
    }

    @Override
    public Producer createProducer() throws Exception {
        Producer producer = new WechatMaterialProducer(this);
        return synchronous ? new SynchronousDelegateProducer(producer) : producer;
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("wechat-material takes messages and gives none: use it in to(), not in from()");
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        if (configuration.getOperation() == WechatMaterialOperations.rewriteArticle) {
            getComponent().articles();
        }
        if (settings() instanceof MerchantSettings merchants) {
            // its merchants may authorize it later
            platform(merchants);
        } else {
            session();
        }
    }

    @Override
    protected void doStop() throws Exception {
        synchronized (this) {
            AccountSession closing = session;
            if (closing != null) {
                closing.runtime().close(closing, account);
                session = null;
            }
            platform = null;
        }
        super.doStop();
    }

    /**
     * Returns the session for a message.
     *
     * @throws IllegalArgumentException if the message has to name a merchant and names none that the platform knows
     */
    AccountSession session(Message message) {
        return settings() instanceof MerchantSettings merchants && merchants.appId() == null
                ? merchant(merchants, message) : session();
    }

    private AccountSession merchant(MerchantSettings merchants, Message message) {
        String appId = options().merchant(message);
        PlatformSession of = platform(merchants);
        if (!of.platform().isKnown(appId)) {
            throw new IllegalArgumentException(
                    "The header " + WechatMaterialConstants.MERCHANT + " names " + appId + ", of which no push has told the"
                                               + " platform " + merchants.platform().identity().appId()
                                               + ": the account has not authorized it, or its push has not arrived");
        }
        return of.merchant(appId, appId);
    }

    /** Returns the session of the account, a new one where the component was stopped and started since. */
    AccountSession session() {
        AccountSession current = session;
        return current != null && current.isOpen() ? current : open();
    }

    private synchronized AccountSession open() {
        AccountSession current = session;
        if (current == null || !current.isOpen()) {
            current = settings() instanceof MerchantSettings merchant
                    ? platform(merchant).merchant(Objects.requireNonNull(merchant.appId()), account)
                    : getComponent().runtime().open((AccountSettings) settings(), account);
            session = current;
        }
        return current;
    }

    private PlatformSession platform(MerchantSettings merchants) {
        PlatformSession current = platform;
        if (current == null || !current.runtime().isOpen()) {
            current = getComponent().runtime().platform(merchants.platform());
            platform = current;
        }
        return current;
    }

    /** Returns the name of an account in reports: of a merchant that a message names, its AppID. */
    String account(AccountSession of) {
        String appId = of.settings().appId();
        return appId != null && settings() instanceof MerchantSettings merchants && merchants.appId() == null ? appId : account;
    }

    EndpointOptions options() {
        return new EndpointOptions(
                configuration.getOperation(), configuration.getType(), configuration.getTitle(),
                configuration.getIntroduction(), configuration.getFileName(), validate, allowDeleteByHeader);
    }

    /** To be called once the options of the URI are set, and before anything else. */
    void setSettings(EndpointSettings settings) {
        this.settings = settings;
    }

    /** Given the checked options for articles; called once, before anything else. */
    void setArticleRules(ArticleRules articleRules) {
        this.articleRules = articleRules;
    }

    /**
     * Returns what rewrites articles for an account.
     *
     * @throws IllegalStateException if there is no finder of pictures
     */
    ArticleRewriter rewriter(AccountSession of) {
        return getComponent().articles().rewriter(of, Objects.requireNonNull(articleRules));
    }

    EndpointSettings settings() {
        return Objects.requireNonNull(settings);
    }

    @Override
    public String getServiceUrl() {
        return settings().apiUrl().toString();
    }

    @Override
    public String getServiceProtocol() {
        return settings().apiUrl().getScheme();
    }

    @Override
    public @Nullable Map<String, String> getServiceMetadata() {
        Map<String, String> metadata = new TreeMap<>();
        String appId = settings().appId();
        if (appId != null) {
            metadata.put("appId", appId);
        }
        if (settings() instanceof MerchantSettings merchants) {
            metadata.put("platform", merchants.platform().identity().appId());
        }
        return metadata.isEmpty() ? null : metadata;
    }

    public String getAccount() {
        return account;
    }

    public WechatMaterialConfiguration getConfiguration() {
        return configuration;
    }

    public WechatMaterialArticleOptions getArticleOptions() {
        return articleOptions;
    }

    public boolean isValidate() {
        return validate;
    }

    public void setValidate(boolean validate) {
        this.validate = validate;
    }

    public boolean isAllowDeleteByHeader() {
        return allowDeleteByHeader;
    }

    public void setAllowDeleteByHeader(boolean allowDeleteByHeader) {
        this.allowDeleteByHeader = allowDeleteByHeader;
    }

    public boolean isAllowMerchantByHeader() {
        return allowMerchantByHeader;
    }

    public void setAllowMerchantByHeader(boolean allowMerchantByHeader) {
        this.allowMerchantByHeader = allowMerchantByHeader;
    }

    public boolean isSynchronous() {
        return synchronous;
    }

    public void setSynchronous(boolean synchronous) {
        this.synchronous = synchronous;
    }
}
