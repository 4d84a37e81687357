package io.github.camelwechat.material;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/**
 * The options of an endpoint for rewriteArticle. None of them can come from a message but baseUrl: they decide what is
 * read of this machine and its network.
 */
@UriParams
public class WechatMaterialArticleOptions {

    /** What becomes of a picture that cannot be uploaded. */
    public enum MissingPicture {
        /** The article fails, and its exception has a report on all pictures. */
        fail,
        /** The picture stays as it is, and WeChat drops it from the draft. */
        keep,
        /** The picture is taken out of the article. */
        remove
    }

    /** What becomes of a GIF, and of a JPEG or PNG from 1 MB. */
    public enum LargePictures {
        /** It cannot be uploaded. */
        fail,
        /** It goes into the library, up to 10 MB, and counts there. */
        library
    }

    /** What becomes of a picture that is WeChat's own. */
    public enum OwnHosts {
        /** Its address stays as it is. */
        keep,
        /** Its address becomes one of https. */
        https
    }

    @UriParam(label = "article")
    private @Nullable String baseUrl;
    @UriParam(label = "article")
    private @Nullable String baseFolder;
    @UriParam(label = "article", defaultValue = "fail")
    private MissingPicture missingPicture = MissingPicture.fail;
    @UriParam(label = "article", defaultValue = "fail")
    private LargePictures largePictures = LargePictures.fail;
    @UriParam(label = "article", defaultValue = "keep")
    private OwnHosts ownHosts = OwnHosts.keep;
    @UriParam(label = "article,security", defaultValue = "*")
    private String fetchHosts = "*";
    @UriParam(label = "article", defaultValue = "20s", javaType = "java.time.Duration")
    private long fetchTimeout = 20_000;
    @UriParam(label = "article", defaultValue = "10m", javaType = "java.time.Duration")
    private long articleTimeout = 600_000;
    @UriParam(label = "article", defaultValue = "300")
    private int maxPictures = 300;
    @UriParam(label = "article", defaultValue = "33554432")
    private int maxArticleSize = 32 << 20;
    @UriParam(label = "article", defaultValue = "20000")
    private int maxTags = 20_000;

    public @Nullable String getBaseUrl() {
        return baseUrl;
    }

    /**
     * The address that relative addresses of pictures start from, as that of the page that the article was on.
     */
    public void setBaseUrl(@Nullable String baseUrl) {
        this.baseUrl = baseUrl;
    }

    public @Nullable String getBaseFolder() {
        return baseFolder;
    }

    /**
     * The folder that relative addresses of pictures start from. Nothing outside of it is read, by links neither.
     */
    public void setBaseFolder(@Nullable String baseFolder) {
        this.baseFolder = baseFolder;
    }

    public MissingPicture getMissingPicture() {
        return missingPicture;
    }

    /**
     * What becomes of an article with a picture that cannot be uploaded: it fails, keeps the address, which WeChat
     * drops, or loses the picture.
     */
    public void setMissingPicture(MissingPicture missingPicture) {
        this.missingPicture = missingPicture;
    }

    public LargePictures getLargePictures() {
        return largePictures;
    }

    /**
     * What becomes of a GIF, and of a JPEG or PNG from 1 MB, which uploadImage does not take: it cannot be uploaded, or
     * goes into the library, up to 10 MB.
     */
    public void setLargePictures(LargePictures largePictures) {
        this.largePictures = largePictures;
    }

    public OwnHosts getOwnHosts() {
        return ownHosts;
    }

    /**
     * What becomes of the address of a picture that is WeChat's own: it stays, or becomes one of https.
     */
    public void setOwnHosts(OwnHosts ownHosts) {
        this.ownHosts = ownHosts;
    }

    public String getFetchHosts() {
        return fetchHosts;
    }

    /**
     * The hosts that pictures are fetched from, with commas between them. An asterisk is any host at a public address,
     * on ports 80 and 443. An entry host:port may also be in a private network, or this machine.
     */
    public void setFetchHosts(String fetchHosts) {
        this.fetchHosts = fetchHosts;
    }

    public long getFetchTimeout() {
        return fetchTimeout;
    }

    /**
     * The time for the fetch of one picture, its redirects included.
     */
    public void setFetchTimeout(long fetchTimeout) {
        this.fetchTimeout = fetchTimeout;
    }

    public long getArticleTimeout() {
        return articleTimeout;
    }

    /**
     * The time for an article with all its pictures. Each picture has the requestTimeout of the account besides, from
     * its turn on.
     */
    public void setArticleTimeout(long articleTimeout) {
        this.articleTimeout = articleTimeout;
    }

    public int getMaxPictures() {
        return maxPictures;
    }

    /**
     * The most places of pictures in an article.
     */
    public void setMaxPictures(int maxPictures) {
        this.maxPictures = maxPictures;
    }

    public int getMaxArticleSize() {
        return maxArticleSize;
    }

    /**
     * The most bytes of an article, with the pictures that are inside it as data: addresses.
     */
    public void setMaxArticleSize(int maxArticleSize) {
        this.maxArticleSize = maxArticleSize;
    }

    public int getMaxTags() {
        return maxTags;
    }

    /**
     * The most tags of an article; one with more is not parsed. More than 20,000 tags do not fit into a draft.
     */
    public void setMaxTags(int maxTags) {
        this.maxTags = maxTags;
    }
}
