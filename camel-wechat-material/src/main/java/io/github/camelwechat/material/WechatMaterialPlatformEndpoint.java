package io.github.camelwechat.material;

import java.util.Map;

import io.github.camelwechat.material.internal.operation.PlatformOptions;
import io.github.camelwechat.material.internal.session.PlatformSession;
import io.github.camelwechat.material.internal.session.PlatformSettings;
import org.apache.camel.AsyncEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
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
 * Answer the pushes that WeChat sends to a third-party platform, and have accounts authorize it.
 */
@UriEndpoint(firstVersion = "0.1.0", scheme = "wechat-material-platform", title = "WeChat Material Platform",
             syntax = "wechat-material-platform:platform", category = { Category.CLOUD, Category.SOCIAL },
             producerOnly = true, headersClass = WechatMaterialPlatformConstants.class)
public class WechatMaterialPlatformEndpoint extends DefaultEndpoint implements AsyncEndpoint, EndpointServiceLocation {

    @UriPath(description = "The platform: a name among the platforms of the component wechat-material.")
    @Metadata(required = true)
    private final String platform;
    @UriParam(label = "producer", defaultValue = "receive",
              description = "The operation to perform. No header overrides it.")
    private WechatMaterialPlatformOperations operation = WechatMaterialPlatformOperations.receive;
    @UriParam(label = "producer",
              description = "The address to which createPreAuthCode has the administrator's browser sent back, with the"
                            + " authorization code. Its host is the one that the platform has registered with WeChat.")
    private @Nullable String redirectUri;
    @UriParam(label = "producer", defaultValue = "1",
              description = "The kinds of accounts that an administrator may choose from with createPreAuthCode, as WeChat"
                            + " numbers them. 1 is Official Accounts only.")
    private int authType = 1;
    @UriParam(label = "producer",
              description = "The AppID of the one account that may authorize the platform with createPreAuthCode. By default"
                            + " the administrator chooses.")
    private @Nullable String bizAppId;
    @UriParam(label = "advanced",
              description = "Whether the calling thread waits for the answer, so that the exchange goes on on that thread.")
    private boolean synchronous;

    private final WechatMaterialComponent component;
    private final PlatformSettings settings;
    private volatile @Nullable PlatformSession session;

    /** @param component that the platform is configured on */
    WechatMaterialPlatformEndpoint(String uri, WechatMaterialPlatformComponent owner, String platform,
                                   WechatMaterialComponent component, PlatformSettings settings) {
        super(uri, owner);
        this.platform = platform;
        this.component = component;
        this.settings = settings;
    }

    @Override
    public Producer createProducer() throws Exception {
        Producer producer = new WechatMaterialPlatformProducer(this);
        return synchronous ? new SynchronousDelegateProducer(producer) : producer;
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException(
                "wechat-material-platform only supports producers: take pushes with a consumer of HTTP, as in"
                                                + " from(\"platform-http:/wechat/push\").to(\"wechat-material-platform:"
                                                + platform + "\")");
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        session();
    }

    @Override
    protected void doStop() throws Exception {
        session = null;
        super.doStop();
    }

    /** Returns the session of the platform, a new one where the component was stopped and started since. */
    PlatformSession session() {
        PlatformSession current = session;
        if (current == null || !current.runtime().isOpen()) {
            current = component.runtime().platform(settings);
            session = current;
        }
        return current;
    }

    PlatformOptions options() {
        return new PlatformOptions(platform, operation, redirectUri, authType, bizAppId);
    }

    /** To be called once the options of the URI are set. */
    void checkOptions() {
        options().check();
    }

    @Override
    public String getServiceUrl() {
        return settings.apiUrl().toString();
    }

    @Override
    public String getServiceProtocol() {
        return settings.apiUrl().getScheme();
    }

    @Override
    public Map<String, String> getServiceMetadata() {
        return Map.of("appId", settings.identity().appId());
    }

    public String getPlatform() {
        return platform;
    }

    public WechatMaterialPlatformOperations getOperation() {
        return operation;
    }

    public void setOperation(WechatMaterialPlatformOperations operation) {
        this.operation = operation;
    }

    public @Nullable String getRedirectUri() {
        return redirectUri;
    }

    public void setRedirectUri(@Nullable String redirectUri) {
        this.redirectUri = redirectUri;
    }

    public int getAuthType() {
        return authType;
    }

    public void setAuthType(int authType) {
        this.authType = authType;
    }

    public @Nullable String getBizAppId() {
        return bizAppId;
    }

    public void setBizAppId(@Nullable String bizAppId) {
        this.bizAppId = bizAppId;
    }

    public boolean isSynchronous() {
        return synchronous;
    }

    public void setSynchronous(boolean synchronous) {
        this.synchronous = synchronous;
    }
}
