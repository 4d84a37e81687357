package io.github.camelwechat.material;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.github.camelwechat.material.ConnectionResolver.Connection;
import io.github.camelwechat.material.internal.session.AccountSettings;
import io.github.camelwechat.material.internal.session.EndpointSettings;
import io.github.camelwechat.material.internal.token.Credentials;
import io.github.camelwechat.material.internal.transport.CloudHosting;
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
        COMPONENT,
        /** Nowhere: each message names a merchant. */
        MESSAGE
    }

    /** Name in a URI whose merchants the messages choose. */
    static final String ANY_MERCHANT = "*";
    static final List<String> ACCOUNT_OPTIONS = List.of(
            "accessToken", "allowPlainHttp", "apiUrl", "appId", "cloudFile", "connectTimeout", "credentials", "fromAppId",
            "maxConcurrentRequests", "platform", "proxyAuthPassword", "proxyAuthUsername", "proxyHost", "proxyPort",
            "requestTimeout", "responseTimeout", "secret", "sslContextParameters");
    static final String DEFAULT = "default";

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+");
    private static final Set<String> CREDENTIALS = Set.of("secret", "accessToken", "platform");

    private final WechatMaterialConfiguration component;
    private final Map<String, WechatMaterialAccount> accounts;
    private final MerchantResolver merchants;
    private final ConnectionResolver connections;
    private final boolean allowUriAccounts;

    /** @throws IllegalArgumentException if an account has a name that no alias may have */
    AccountResolver(WechatMaterialConfiguration component, Map<String, WechatMaterialAccount> accounts,
                    MerchantResolver merchants, ConnectionResolver connections, boolean allowUriAccounts) {
        this.component = component;
        this.accounts = accounts;
        this.merchants = merchants;
        this.connections = connections;
        this.allowUriAccounts = allowUriAccounts;
        requireNames("account", accounts.keySet());
    }

    /** Returns whether an account or a platform of the component may be called so. */
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** @throws IllegalArgumentException if a key of a map of the component is none that an option may have */
    static void requireNames(String kind, Set<String> names) {
        for (String name : names) {
            if (!isName(name)) {
                throw new IllegalArgumentException(
                        "The " + kind + " name '" + name + "' may hold only lower-case letters, digits and dashes");
            }
        }
    }

    /** @param uri the options of the URI, as they are written there */
    Rule rule(String name, Map<String, ?> uri) {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("No account in the URI: use wechat-material:account; " + known());
        }
        uri.keySet().forEach(AccountResolver::refuseNested);
        Map<String, Object> plain = new TreeMap<>();
        uri.forEach((option, value) -> plain.put(plain(option), value));
        List<String> given = ACCOUNT_OPTIONS.stream().filter(option -> plain.containsKey(plain(option))).toList();
        if (name.equals(ANY_MERCHANT)) {
            merchants.requireOfAny(given);
            return Rule.MESSAGE;
        }
        boolean alias = accounts.containsKey(name);
        Object credentials = plain.get("credentials");
        if (!alias && !given.contains("platform")) {
            CloudResolver.refuseInUri(credentials, given);
        }
        if (!alias && given.stream().anyMatch(CREDENTIALS::contains)) {
            requireUriAccountsAllowed(given);
            merchants.requireNoOthers(given, "the URI of the account '" + name + "' sets");
            return Rule.URI;
        }
        if (!alias && !name.equals(DEFAULT) && !name.equals(component.getAppId())) {
            if (credentials != null) {
                // one of cloud hosting, misspelt, would have been an account
                CloudResolver.requireKind(credentials);
            }
            throw new IllegalArgumentException(
                    "There is no account '" + name + "'; "
                                               + (merchants.isPlatform(name) ? MerchantResolver.useOf(name) : known()));
        }
        if (!given.isEmpty()) {
            throw new IllegalArgumentException(
                    "The account '" + name + "' is configured on the component, so the URI may not set " + given
                                               + "; set it there, or configure a whole account in the URI under another name");
        }
        return alias ? Rule.ALIAS : Rule.COMPONENT;
    }

    private void requireUriAccountsAllowed(List<String> given) {
        if (!allowUriAccounts) {
            boolean merchant = given.contains("platform");
            throw new IllegalArgumentException(
                    "The URI sets " + given + " and so describes " + (merchant ? "a merchant" : "an account") + " of its own,"
                                               + " which allowUriAccounts=false of the component forbids: with toD a message"
                                               + " could choose it. Configure it in the component's accounts"
                                               + (merchant
                                                       ? ", or let a header choose merchants with wechat-material:*?platform=…"
                                                         + "&allowMerchantByHeader=true"
                                                       : ""));
        }
    }

    /** @param uri the endpoint's own options, used where the URI is the account */
    EndpointSettings resolve(Rule rule, String name, WechatMaterialConfiguration uri) {
        WechatMaterialAccount account = switch (rule) {
            case ALIAS -> accounts.get(name);
            case URI, MESSAGE -> uri;
            case COMPONENT -> component;
        };
        if (account == null) {
            throw new IllegalArgumentException(
                    "The account '" + name + "' is null; give its appId and secret, or take the name out");
        }
        String platform = Placeholders.credential(owner(name), "platform", account.getPlatform());
        if (rule == Rule.MESSAGE) {
            return merchants.any(platform);
        }
        String appId = Placeholders.credential(owner(name), "appId", account.getAppId());
        if (rule == Rule.URI && appId == null) {
            refuseReserved(name);
            appId = Placeholders.credential(owner(name), "appId", name);
        }
        if (platform != null) {
            return merchants.resolve(rule, name, appId, platform, account);
        }
        Credentials credentials = credentials(rule, name, appId, account);
        Connection connection = connections.resolve(account, credentials.hosting() == CloudHosting.SIDE_PROCESS);
        return new AccountSettings(
                credentials, connection.apiUrl(), connection.maxConcurrentRequests(), connection.transport(),
                connection.connectTimeout(), connection.responseTimeout(), connection.requestTimeout());
    }

    private Credentials credentials(Rule rule, String name, @Nullable String appId, WechatMaterialAccount account) {
        String kind = Optional.ofNullable(account.getCredentials())
                // never cloud hosting: an account without its secret would upload to the owner of the environment
                .or(() -> Optional.ofNullable(component.getCredentials())
                        .filter(inherited -> !CloudResolver.isCloud(inherited)))
                .orElse("stable");
        CloudResolver.requireKind(kind);
        if (rule == Rule.URI) {
            // the value in the URI may have been a reference to a bean
            CloudResolver.refuseInUri(kind, List.of());
        }
        if (CloudResolver.isCloud(kind)) {
            return CloudResolver.credentials(name, kind, appId, account);
        }
        CloudResolver.requireNoOptions(name, account);
        String secret = Placeholders.credential(owner(name), "secret", account.getSecret());
        String accessToken = Placeholders.credential(owner(name), "accessToken", account.getAccessToken());
        if (secret != null && accessToken != null) {
            throw new IllegalArgumentException("The account '" + name + "' has both secret and accessToken; set one of them");
        }
        if (accessToken != null) {
            return new Credentials.FixedToken(appId, accessToken);
        }
        if (appId == null || secret == null) {
            throw new IllegalArgumentException(
                    "The account '" + name + "' needs appId and secret, or accessToken, or appId and platform, or"
                                               + " credentials=cloud or cloudToken; "
                                               + (appId == null ? "appId" : "secret") + " is missing");
        }
        return kind.equals("classic")
                ? new Credentials.ClassicToken(appId, secret) : new Credentials.StableToken(appId, secret);
    }

    private static String owner(String name) {
        return "account '" + name + "'";
    }

    private static void refuseReserved(String name) {
        if (name.equals(DEFAULT)) {
            throw new IllegalArgumentException(
                    "'" + DEFAULT + "' is the account that the component's options describe; for an account of the URI's own"
                                               + " put its AppID in that place, or set appId too");
        }
    }

    private String known() {
        Set<String> names = new TreeSet<>(accounts.keySet());
        if (component.getSecret() != null || component.getAccessToken() != null || component.getPlatform() != null
                || CloudResolver.isCloud(component.getCredentials())) {
            names.add(DEFAULT);
            Optional.ofNullable(component.getAppId()).ifPresent(names::add);
        }
        return names.isEmpty()
                ? "none is configured: set appId and secret on the component, fill its accounts, or give secret in the URI"
                : "known are " + String.join(", ", names);
    }

    /** Camel would bind what a component or bean has inside, {@code component.accounts[brand-a]}, for all endpoints. */
    static void refuseNested(String option) {
        if (option.indexOf('.') >= 0 || option.indexOf('[') >= 0) {
            throw new IllegalArgumentException("There is no option '" + option + "': options of the URI have plain names");
        }
    }

    /** Camel binds options whatever their case, and with dashes. */
    private static String plain(String option) {
        return option.replace("-", "").toLowerCase(Locale.ROOT);
    }
}
