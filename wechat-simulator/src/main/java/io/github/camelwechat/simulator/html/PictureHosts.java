package io.github.camelwechat.simulator.html;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where pictures of articles may be: at WeChat, and at the simulator itself. Immutable. */
final class PictureHosts {

    private static final Set<String> WECHAT
            = Set.of("mmbiz.qpic.cn", "mmecoa.qpic.cn", "mmbiz.qlogo.cn", "wx.qlogo.cn");
    /** As browsers read it: either slash, any number of them, and a name before an {@code @} is no host. */
    private static final Pattern ADDRESS
            = Pattern.compile("(?:https?:)?/{2,}(?:[^/?#]*@)?([^/?#@]*)([^?#]*).*", Pattern.DOTALL);
    private static final Pattern PADDING = Pattern.compile("^[\\x00-\\x20]+|[\\x00-\\x20]+$|[\\t\\r\\n]");

    private final String own;

    /** @param url the simulator's own */
    PictureHosts(String url) {
        this.own = URI.create(url).getAuthority().toLowerCase(Locale.ROOT);
    }

    /** {@return whether a picture is elsewhere} */
    boolean isForeign(String address) {
        String text = PADDING.matcher(address).replaceAll("").replace('\\', '/');
        Matcher parts = ADDRESS.matcher(text.substring(0, Math.min(text.length(), 8)).toLowerCase(Locale.ROOT)
                                        + text.substring(Math.min(text.length(), 8)));
        if (!parts.matches()) {
            return true;
        }
        String host = parts.group(1).toLowerCase(Locale.ROOT);
        String name = host.replaceFirst(":(?:80|443)?$", "");
        return !WECHAT.contains(name) && !(host.equals(own) && parts.group(2).startsWith("/mmbiz"));
    }
}
