package io.github.camelwechat.material.internal.article;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.camelwechat.material.internal.article.PictureSource.Inline;
import io.github.camelwechat.material.internal.article.PictureSource.LocalFile;
import io.github.camelwechat.material.internal.article.PictureSource.Own;
import io.github.camelwechat.material.internal.article.PictureSource.Remote;
import io.github.camelwechat.material.internal.article.PictureSource.Unusable;
import io.github.camelwechat.material.internal.fetch.FetchAddress;
import io.github.camelwechat.material.internal.fetch.FetchException;
import io.github.camelwechat.material.internal.media.VisibleText;
import org.jspecify.annotations.Nullable;

/** Reader of the addresses of pictures, as the settings of an article have them. Thread-safe. */
final class PictureSources {

    /** Hosts of WeChat's whose pictures articles show. */
    private static final Set<String> OWN_HOSTS
            = Set.of("mmbiz.qpic.cn", "mmecoa.qpic.cn", "mmbiz.qlogo.cn", "wx.qlogo.cn");
    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:");
    private static final Pattern QUERY_OR_FRAGMENT = Pattern.compile("[?#].*", Pattern.DOTALL);
    private static final Pattern LEADING_SLASHES = Pattern.compile("^/+");
    private static final long MAX_DATA_BYTES = 20 << 20;

    private final ArticleSettings settings;
    private final @Nullable FetchAddress base;

    /** @throws IllegalArgumentException if the address of relative ones is none of http or https */
    PictureSources(ArticleSettings settings) {
        this.settings = settings;
        this.base = settings.baseUrl() == null ? null : base(settings.baseUrl());
    }

    private static FetchAddress base(String url) {
        try {
            return FetchAddress.of(url, null);
        } catch (FetchException e) {
            throw new IllegalArgumentException("baseUrl, or the header CamelWechatMaterialBaseUrl: " + e.getMessage(), e);
        }
    }

    /** Reads an address as a browser would. */
    PictureSource of(String address) {
        String text = address.strip();
        if (text.isEmpty()) {
            return new Unusable("it has no address");
        }
        if (DataAddress.is(text)) {
            return inline(text);
        }
        boolean relative = !SCHEME.matcher(text).lookingAt() && !text.startsWith("//") && !text.startsWith("\\\\");
        if (relative && settings.baseFolder() != null) {
            return file(settings.baseFolder(), text);
        }
        if (relative && base == null) {
            return new Unusable(
                    "its address is relative: set baseUrl, or the header CamelWechatMaterialBaseUrl, or baseFolder");
        }
        return remote(text);
    }

    private static PictureSource inline(String text) {
        DataAddress data = DataAddress.of(text);
        if (data == null) {
            return new Unusable("its data: address has no data");
        }
        return data.maxBytes() > MAX_DATA_BYTES
                ? new Unusable("its data: address has more than 20 MB, the most that is read of a picture") : new Inline(data);
    }

    private PictureSource remote(String text) {
        FetchAddress address;
        try {
            address = FetchAddress.of(text, base);
        } catch (FetchException e) {
            return new Unusable(String.valueOf(e.getMessage()));
        }
        return isOwn(address) ? new Own(address.url()) : new Remote(address);
    }

    /** Decides by the normalized address: another one may look like WeChat's. */
    private boolean isOwn(FetchAddress address) {
        URI api = settings.apiUrl();
        return OWN_HOSTS.contains(address.host())
                || (address.host().equalsIgnoreCase(api.getHost()) && address.port() == port(api));
    }

    private static int port(URI api) {
        if (api.getPort() >= 0) {
            return api.getPort();
        }
        return "http".equalsIgnoreCase(api.getScheme()) ? 80 : 443;
    }

    /** Looks for the file as the address names it, then with its escapes decoded. */
    private static PictureSource file(Path folder, String text) {
        String path = LEADING_SLASHES.matcher(text.replace('\\', '/')).replaceFirst("");
        String named = QUERY_OR_FRAGMENT.matcher(path).replaceFirst("");
        for (String name : new String[] { path, named, decoded(named) }) {
            PictureSource file = existing(folder, name);
            if (file != null) {
                return file;
            }
        }
        return new Unusable("there is no file " + VisibleText.excerpt(named) + " in baseFolder");
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }

    private static @Nullable PictureSource existing(Path folder, String name) {
        if (name.isEmpty()) {
            return null;
        }
        try {
            Path root = folder.toRealPath();
            // follows links, so that none leads out
            Path file = root.resolve(name).toRealPath();
            return file.startsWith(root)
                    ? new LocalFile(file) : new Unusable("its file " + VisibleText.excerpt(name) + " is not below baseFolder");
        } catch (InvalidPathException | IOException e) {
            return null;
        }
    }
}
