package io.github.camelwechat.material;

import java.util.List;
import java.util.Set;

import io.github.camelwechat.material.AccountResolver.Rule;
import io.github.camelwechat.material.internal.media.VisibleText;
import io.github.camelwechat.material.internal.platform.AppId;
import io.github.camelwechat.material.internal.session.MerchantSettings;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.jspecify.annotations.Nullable;

/**
 * Accounts that have a platform in place of credentials. They have no other options: a merchant's name, which a message
 * may choose, must not carry an address along.
 */
final class MerchantResolver {

    private static final String PLATFORM = "platform";
    private static final Set<String> OF_MERCHANT = Set.of("appId", PLATFORM);
    /** On the component the others are for accounts and platforms without their own. */
    private static final List<String> CREDENTIALS = List.of(
            "secret", "accessToken", "credentials", "fromAppId", "cloudFile");

    private final PlatformResolver platforms;

    MerchantResolver(PlatformResolver platforms) {
        this.platforms = platforms;
    }

    /**
     * Checks the account options of a URI whose merchants the messages choose.
     *
     * @throws IllegalArgumentException if it has another option than the platform, or not this one
     */
    void requireOfAny(List<String> given) {
        if (!given.contains(PLATFORM)) {
            throw new IllegalArgumentException(
                    "'" + AccountResolver.ANY_MERCHANT + "' is no account: it is for the merchants of a platform, with"
                                               + " platform=… and allowMerchantByHeader=true");
        }
        requireNoOthers(given, "the URI sets");
        if (given.contains("appId")) {
            throw new IllegalArgumentException(
                    "With '" + AccountResolver.ANY_MERCHANT
                                               + "' each message names its merchant, so the URI may not set appId");
        }
    }

    /**
     * Checks that a merchant has no options of other accounts.
     *
     * @param  given                    account options, with their names
     * @param  place                    of these options, with its verb
     * @throws IllegalArgumentException if there is a platform and another option
     */
    void requireNoOthers(List<String> given, String place) {
        List<String> others = given.stream().filter(option -> !OF_MERCHANT.contains(option)).toList();
        if (given.contains(PLATFORM) && !others.isEmpty()) {
            throw new IllegalArgumentException(
                    "A merchant has platform and appId only, but " + place + " " + String.join(", ", others)
                                               + " too; all other options are those of its platform");
        }
    }

    boolean isPlatform(String name) {
        return platforms.isKnown(name);
    }

    /** {@return how endpoints name the merchants of a platform, as the end of a sentence} */
    static String useOf(String platform) {
        return "it is a platform: use wechat-material:APPID?platform=" + platform
               + " for one of its merchants, or wechat-material:"
               + AccountResolver.ANY_MERCHANT + "?platform=" + platform + "&allowMerchantByHeader=true for all";
    }

    /** {@return the merchants among whom the messages choose} */
    MerchantSettings any(@Nullable String platform) {
        if (platform == null) {
            throw new IllegalArgumentException(
                    "platform is empty; give the name of one of the component's platforms");
        }
        return new MerchantSettings(platforms.resolve(platform), null);
    }

    /** @throws IllegalArgumentException if the merchant is not complete, has other options, or an unknown platform */
    MerchantSettings resolve(
            Rule rule, String name, @Nullable String appId, String platform, WechatMaterialAccount account) {
        switch (rule) {
            case ALIAS -> requireNoOthers(
                    set(account, AccountResolver.ACCOUNT_OPTIONS), "the account '" + name + "' sets");
            case COMPONENT -> {
                List<String> credentials = set(account, CREDENTIALS);
                if (!credentials.isEmpty()) {
                    throw new IllegalArgumentException(
                            "The component has both platform and " + String.join(", ", credentials)
                                                       + "; set one of them, and other accounts in its accounts");
                }
            }
            default -> {
                // the URI's own options are checked by their names, as the component's are among the values
            }
        }
        if (appId == null) {
            throw new IllegalArgumentException("The account '" + name + "' has a platform, but no appId of a merchant");
        }
        if (!AppId.isValid(appId)) {
            throw new IllegalArgumentException(
                    "appId of the account '" + VisibleText.excerpt(name) + "' is '" + VisibleText.excerpt(appId) + "', but "
                                               + AppId.RULE);
        }
        return new MerchantSettings(platforms.resolve(platform), appId);
    }

    private static List<String> set(WechatMaterialAccount account, List<String> options) {
        PropertyConfigurerGetter values = new WechatMaterialAccountConfigurer();
        return options.stream().filter(option -> values.getOptionValue(account, option, false) != null).toList();
    }
}
