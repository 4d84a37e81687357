package io.github.camelwechat.material.internal.platform;

import java.util.regex.Pattern;

/** Form of the AppIDs of platforms and accounts. */
public final class AppId {

    /** The rule, as an error states it. */
    public static final String RULE = "an AppID has 1 to 64 letters, digits, dashes and underscores";

    /** Wider than what WeChat gives out, and still no path, query or option. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private AppId() {
    }

    /** Returns whether a text has the form of an AppID. */
    public static boolean isValid(String appId) {
        return FORM.matcher(appId).matches();
    }
}
