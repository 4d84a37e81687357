package io.github.camelwechat.material;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import io.github.camelwechat.material.internal.media.NearestName;
import io.github.camelwechat.material.internal.media.VisibleText;
import io.github.camelwechat.material.internal.platform.AppId;
import io.github.camelwechat.material.internal.token.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * Accounts that WeChat's cloud hosting vouches for: they have no secret, and inherit nothing that says whose they are.
 */
final class CloudResolver {

    private static final String SIDE_PROCESS = "cloud";
    private static final String TOKEN = "cloudToken";
    private static final Set<String> CLOUD_KINDS = Set.of(SIDE_PROCESS, TOKEN);
    private static final List<String> KINDS = List.of("stable", "classic", SIDE_PROCESS, TOKEN);
    private static final List<String> OWN_OPTIONS = List.of("fromAppId", "cloudFile");
    private static final String DEFAULT_FILE = "/.tencentcloudbase/wx/cloudbase_access_token";

    private CloudResolver() {
    }

    /** Returns whether a value of the option credentials is of cloud hosting. */
    static boolean isCloud(@Nullable Object kind) {
        return kind != null && CLOUD_KINDS.contains(kind.toString());
    }

    /** @throws IllegalArgumentException if the option credentials has no such value */
    static void requireKind(@Nullable Object kind) {
        String written = String.valueOf(kind);
        if (!KINDS.contains(written)) {
            throw new IllegalArgumentException(
                    "credentials is '" + VisibleText.excerpt(written) + "', but has to be stable, classic, cloud or cloudToken;"
                                               + " the nearest is " + NearestName.of(written, KINDS));
        }
    }

    /**
     * Refuses an account of cloud hosting in a URI: it needs no proof, so that a message that is part of the URI could
     * have the token of the container, or a file of its choice in the place of it, sent to any address.
     *
     * @param  kind                     value of the option credentials; null for none
     * @param  given                    account options of the URI, with their names
     * @throws IllegalArgumentException if the URI has an option of such an account
     */
    static void refuseInUri(@Nullable Object kind, List<String> given) {
        String option = isCloud(kind)
                ? "credentials=" + kind : given.stream().filter(OWN_OPTIONS::contains).findFirst().orElse(null);
        if (option != null) {
            throw new IllegalArgumentException(
                    "The URI sets " + option + ", which only accounts of the component may have: in WeChat's cloud hosting they"
                                               + " need no secret, and with toD a message could choose one. Configure it in the"
                                               + " component's accounts, for example accounts[brand].credentials=cloud, and use"
                                               + " wechat-material:brand");
        }
    }

    /** For an account that the URI describes: the component's would be inherited. */
    static void clear(WechatMaterialConfiguration own) {
        own.setFromAppId(null);
        own.setCloudFile(null);
        if (isCloud(own.getCredentials())) {
            own.setCredentials(null);
        }
        // comes from the component all the same, but not for these accounts
        own.setAllowPlainHttp(null);
    }

    /** @throws IllegalArgumentException if an account with other credentials has an option of these */
    static void requireNoOptions(String name, WechatMaterialAccount account) {
        String given = account.getFromAppId() != null ? "fromAppId" : account.getCloudFile() != null ? "cloudFile" : null;
        if (given != null) {
            throw new IllegalArgumentException(
                    "The account '" + name + "' sets " + given + ", which is for credentials="
                                               + (given.equals("fromAppId") ? "cloud and cloudToken" : TOKEN) + " only");
        }
    }

    /**
     * Reads the credentials of an account.
     *
     * @param  kind                     one of cloud hosting
     * @param  appId                    that goes with other credentials; null for none
     * @throws IllegalArgumentException if the account has an option that does not go with them
     */
    static Credentials credentials(String name, String kind, @Nullable String appId, WechatMaterialAccount account) {
        requireNone(name, kind, "secret", account.getSecret(), "; WeChat's cloud hosting needs none, so take it out");
        requireNone(name, kind, "accessToken", account.getAccessToken(), "; WeChat's cloud hosting needs none, so take it out");
        requireNone(name, kind, "appId", appId, ". Without fromAppId the owner of the cloud environment is meant: take appId"
                                                + " out, or write fromAppId if it is another account");
        String fromAppId = Placeholders.credential("account '" + name + "'", "fromAppId", account.getFromAppId());
        if (fromAppId != null && !AppId.isValid(fromAppId)) {
            throw new IllegalArgumentException(
                    "fromAppId of the account '" + name + "' is '" + VisibleText.excerpt(fromAppId) + "', but " + AppId.RULE);
        }
        if (kind.equals(TOKEN)) {
            return new Credentials.CloudToken(fromAppId, file(name, account));
        }
        if (account.getCloudFile() != null) {
            throw new IllegalArgumentException(
                    "The account '" + name + "' sets cloudFile, which is for credentials=cloudToken; with credentials=cloud"
                                               + " there is no token");
        }
        if (Boolean.TRUE.equals(account.getAllowPlainHttp())) {
            throw new IllegalArgumentException(
                    "The account '" + name + "' sets allowPlainHttp=true, which does not go with credentials=cloud: plain HTTP"
                                               + " is for private addresses only there, and needs no permission");
        }
        return new Credentials.OpenInterfaceService(fromAppId);
    }

    private static void requireNone(String name, String kind, String option, @Nullable String value, String advice) {
        if (value != null && !value.isBlank()) {
            throw new IllegalArgumentException(
                    "The account '" + name + "' has both credentials=" + kind + " and " + option + advice);
        }
    }

    private static Path file(String name, WechatMaterialAccount account) {
        String text = account.getCloudFile() == null ? "" : account.getCloudFile().strip();
        Placeholders.refuseWithin(
                "cloudFile of the account '" + name + "'", text, "check that the property or variable exists");
        try {
            return Path.of(text.isEmpty() ? DEFAULT_FILE : text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(
                    "cloudFile of the account '" + name + "' is '" + VisibleText.excerpt(text) + "', which is no path", e);
        }
    }
}
