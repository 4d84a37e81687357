package io.github.camelwechat.material;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

import javax.net.ssl.SSLContext;

import io.github.camelwechat.material.internal.session.AccountSettings;
import io.github.camelwechat.material.internal.token.Credentials;
import io.github.camelwechat.material.internal.transport.TransportSettings;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;

/** Which account an endpoint means, and with which settings. There is no fallback. */
final class AccountResolver {

    /** Place where an account is configured. */
    enum Rule {
        /** In the component's accounts, by its alias. */
        ALIAS,
        /** In the URI itself. */
        URI,
        /** In the component's plain options. */
        COMPONENT
    }

    private static final String DEFAULT = "default";
    private static final Pattern ALIAS = Pattern.compile("[a-z0-9-]+");
    private static final Set<String> ACCOUNT_OPTIONS = Set.of(
            "appid", "secret", "accesstoken", "apiurl", "allowplainhttp", "maxconcurrentrequests", "connecttimeout",
            "responsetimeout", "requesttimeout", "credentials", "proxyhost", "proxyport", "proxyauthusername",
            "proxyauthpassword", "sslcontextparameters");

    private static final Set<String> KINDS = Set.of("stable", "classic");
    private static final Set<String> CREDENTIALS = Set.of("secret", "accesstoken");

    private final WechatMaterialConfiguration component;
    private final Map<String, WechatMaterialAccount> accounts;
    private final Function<Optional<SSLContextParameters>, @Nullable SSLContext> sslContexts;

    AccountResolver(WechatMaterialConfiguration component, Map<String, WechatMaterialAccount> accounts,
                    Function<Optional<SSLContextParameters>, @Nullable SSLContext> sslContexts) {
        this.component = component;
        this.accounts = accounts;
        this.sslContexts = sslContexts;
        for (String alias : accounts.keySet()) {
            if (!ALIAS.matcher(alias).matches()) {
                throw new IllegalArgumentException(
                        "The account name '" + alias + "' may hold only lower-case letters, digits and dashes");
            }
        }
    }

    Rule rule(String name, Collection<String> uriOptions) {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("No account in the URI: use wechat-material:account; " + known());
        }
        uriOptions.forEach(AccountResolver::refuseNested);
        List<String> given = uriOptions.stream().filter(option -> ACCOUNT_OPTIONS.contains(plain(option))).sorted().toList();
        if (!accounts.containsKey(name) && given.stream().map(AccountResolver::plain).anyMatch(CREDENTIALS::contains)) {
            return Rule.URI;
        }
        boolean alias = accounts.containsKey(name);
        if (!alias && !name.equals(DEFAULT) && !name.equals(component.getAppId())) {
            throw new IllegalArgumentException("There is no account '" + name + "'; " + known());
        }
        if (!given.isEmpty()) {
            throw new IllegalArgumentException(
                    "The account '" + name + "' is configured on the component, so the URI may not set " + given
                                               + "; set it there, or configure a whole account in the URI under another name");
        }
        return alias ? Rule.ALIAS : Rule.COMPONENT;
    }

    /** @param uri the endpoint's own options, used where the URI is the account */
    AccountSettings resolve(Rule rule, String name, WechatMaterialConfiguration uri) {
        WechatMaterialAccount account = switch (rule) {
            case ALIAS -> accounts.get(name);
            case URI -> uri;
            case COMPONENT -> component;
        };
        if (account == null) {
            throw new IllegalArgumentException(
                    "The account '" + name + "' is null; give its appId and secret, or take the name out");
        }
        String appId = Placeholders.credential(name, "appId", account.getAppId());
        if (rule == Rule.URI && appId == null) {
            refuseReserved(name);
            appId = Placeholders.credential(name, "appId", name);
        }
        Credentials credentials = credentials(name, appId, account);
        boolean plain = of(account, WechatMaterialAccount::getAllowPlainHttp).orElse(false);
        URI apiUrl = ApiUrl.of(
                of(account, WechatMaterialAccount::getApiUrl).map(String::strip).orElse("https://api.weixin.qq.com"), plain);
        int requests = of(account, WechatMaterialAccount::getMaxConcurrentRequests).orElse(64);
        if (requests < 1) {
            throw new IllegalArgumentException(
                    "maxConcurrentRequests is " + requests + ", but has to be 1 or more" + whyZero(requests));
        }
        return new AccountSettings(
                credentials, apiUrl, requests, transport(account, apiUrl),
                duration("connectTimeout", of(account, WechatMaterialAccount::getConnectTimeout).orElse(10_000L)),
                duration("responseTimeout", of(account, WechatMaterialAccount::getResponseTimeout).orElse(60_000L)),
                duration("requestTimeout", of(account, WechatMaterialAccount::getRequestTimeout).orElse(120_000L)));
    }

    private TransportSettings transport(WechatMaterialAccount account, URI apiUrl) {
        return new TransportSettings(
                ProxyOptions.of(account, component),
                "https".equalsIgnoreCase(apiUrl.getScheme())
                        ? sslContexts.apply(of(account, WechatMaterialAccount::getSslContextParameters)) : null);
    }

    private Credentials credentials(String name, @Nullable String appId, WechatMaterialAccount account) {
        String kind = of(account, WechatMaterialAccount::getCredentials).orElse("stable");
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException("credentials is '" + kind + "', but has to be stable or classic");
        }
        String secret = Placeholders.credential(name, "secret", account.getSecret());
        String accessToken = Placeholders.credential(name, "accessToken", account.getAccessToken());
        if (secret != null && accessToken != null) {
            throw new IllegalArgumentException("The account '" + name + "' has both secret and accessToken; set one of them");
        }
        if (accessToken != null) {
            return new Credentials.FixedToken(appId, accessToken);
        }
        if (appId == null || secret == null) {
            throw new IllegalArgumentException(
                    "The account '" + name + "' needs appId and secret, or accessToken; " + (appId == null ? "appId" : "secret")
                                               + " is missing");
        }
        return kind.equals("classic")
                ? new Credentials.ClassicToken(appId, secret) : new Credentials.StableToken(appId, secret);
    }

    private static void refuseReserved(String name) {
        if (name.equals(DEFAULT)) {
            throw new IllegalArgumentException(
                    "'" + DEFAULT + "' is the account that the component's options describe; for an account of the URI's own"
                                               + " put its AppID in that place, or set appId too");
        }
    }

    private <T> Optional<T> of(WechatMaterialAccount account, Function<WechatMaterialAccount, @Nullable T> option) {
        return Optional.ofNullable(option.apply(account)).or(() -> Optional.ofNullable(option.apply(component)));
    }

    private static Duration duration(String option, long millis) {
        if (millis < 1) {
            throw new IllegalArgumentException(option + " is " + millis + " ms, but has to be 1 ms or more" + whyZero(millis));
        }
        return Duration.ofMillis(millis);
    }

    /** Returns the reason for a zero that nobody wrote, for its author; empty for other values. */
    private static String whyZero(long value) {
        return value == 0 ? "; Camel takes what is no number for 0" : "";
    }

    private String known() {
        Set<String> names = new TreeSet<>(accounts.keySet());
        if (component.getSecret() != null || component.getAccessToken() != null) {
            names.add(DEFAULT);
            Optional.ofNullable(component.getAppId()).ifPresent(names::add);
        }
        return names.isEmpty()
                ? "none is configured: set appId and secret on the component, fill its accounts, or give secret in the URI"
                : "known are " + String.join(", ", names);
    }

    /** Camel would bind {@code component.accounts[brand-a]}, for all other endpoints of the component too. */
    private static void refuseNested(String option) {
        if (option.indexOf('.') >= 0 || option.indexOf('[') >= 0) {
            throw new IllegalArgumentException("There is no option '" + option + "': options of the URI have plain names");
        }
    }

    /** Camel binds options whatever their case, and with dashes. */
    private static String plain(String option) {
        return option.replace("-", "").toLowerCase(Locale.ROOT);
    }
}
