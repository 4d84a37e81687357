package io.github.camelwechat.material;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;

import io.github.camelwechat.material.media.MediaPreparer;
import io.github.camelwechat.material.media.SpoolFolder;
import io.github.camelwechat.material.transport.AccountSettings;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultComponent;

/**
 * Makes the material library of WeChat Official Accounts available as {@code wechat-material:account}.
 */
@Component("wechat-material")
public class WechatMaterialComponent extends DefaultComponent {

    private static final long GRACE_MILLIS = 5000;

    @Metadata
    private WechatMaterialConfiguration configuration = new WechatMaterialConfiguration();
    @Metadata
    private Map<String, WechatMaterialAccount> accounts = new LinkedHashMap<>();

    private ScheduledExecutorService timer;
    private SpoolFolder spoolFolder;
    private OpenAccounts openAccounts;
    private Workers workers;
    private Flights flights;

    public WechatMaterialComponent() {
    }

    public WechatMaterialComponent(CamelContext context) {
        super(context);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        AccountResolver resolver = new AccountResolver(configuration, accounts);
        AccountResolver.Rule rule = resolver.rule(remaining, parameters.keySet());
        WechatMaterialConfiguration copy = configuration.copy();
        if (rule == AccountResolver.Rule.URI) {
            // never inherited: a typing mistake must not upload to another account
            copy.setAppId(null);
            copy.setSecret(null);
            copy.setAccessToken(null);
        }
        WechatMaterialEndpoint endpoint = new WechatMaterialEndpoint(uri, this, remaining, copy);
        setProperties(endpoint, parameters);
        endpoint.setSettings(resolver.resolve(rule, remaining, copy));
        return endpoint;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        timer = getCamelContext().getExecutorServiceManager()
                .newSingleThreadScheduledExecutor(this, "WechatMaterialTimer");
        spoolFolder = new SpoolFolder();
        openAccounts = new OpenAccounts(new MediaPreparer(spoolFolder), timer, Clock.systemUTC());
        workers = new Workers(getCamelContext().getExecutorServiceManager(), this, timer, openAccounts::workersBound);
        flights = new Flights(workers);
    }

    /**
     * After a graceful stop nothing of a route is left. What bare producer templates sent may finish for a while; after
     * a forced stop nothing is waited for.
     */
    @Override
    protected void doStop() throws Exception {
        if (flights != null) {
            boolean forced = getCamelContext().getShutdownStrategy().isTimeoutOccurred();
            if (forced || !flights.awaitAll(GRACE_MILLIS)) {
                flights.abortAll("the component was stopped");
            }
            workers.stop(GRACE_MILLIS);
            openAccounts.closeAll();
            getCamelContext().getExecutorServiceManager().shutdownNow(timer);
            spoolFolder.close();
            flights = null;
        }
        super.doStop();
    }

    OpenAccount open(AccountSettings settings) {
        return openAccounts.open(settings);
    }

    void close(OpenAccount account) {
        openAccounts.close(account);
    }

    Flights flights() {
        return flights;
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
}
