package io.github.camelwechat.simulator;

import java.io.File;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.github.camelwechat.simulator.library.NewsArticle;
import me.chanjar.weixin.common.bean.result.WxMediaUploadResult;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.mp.api.WxMpMaterialService;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.api.impl.WxMpServiceImpl;
import me.chanjar.weixin.mp.bean.material.WxMpMaterial;
import me.chanjar.weixin.mp.bean.material.WxMpMaterialCountResult;
import me.chanjar.weixin.mp.bean.material.WxMpMaterialFileBatchGetResult;
import me.chanjar.weixin.mp.bean.material.WxMpMaterialNews;
import me.chanjar.weixin.mp.bean.material.WxMpMaterialVideoInfoResult;
import me.chanjar.weixin.mp.bean.material.WxMpNewsArticle;
import me.chanjar.weixin.mp.config.WxMpHostConfig;
import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** weixin-java-mp as it was released, but for the host: it takes the simulator for WeChat. */
class WeixinJavaTest {

    private static final int LARGE = 2_000_000;

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    private final Path folder;
    private final WxMpMaterialService material = service(true).getMaterialService();

    WeixinJavaTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void aTokenIsFetchedAndRenewedWhenItHasExpired(boolean stable) throws Exception {
        WxMpService service = service(stable);
        String first = service.getAccessToken();
        assertThat(wechat.tokens().valid("wxdemo")).contains(first);
        assertThat(service.getMaterialService().materialCount().getImageCount()).isZero();

        wechat.clock().forward(Duration.ofHours(2));

        assertThat(service.getMaterialService().materialCount().getImageCount()).isZero();
        assertThat(service.getAccessToken()).isNotEqualTo(first);
        String path = stable ? ApiClient.STABLE_TOKEN : "/cgi-bin/token";
        assertThat(wechat.journal().entries(path)).hasSize(2).allMatch(entry -> entry.errcode() == 0);
        assertThat(wechat.journal().entries(ApiClient.COUNT)).extracting(entry -> entry.errcode())
                .containsExactly(0, 42001, 0);
    }

    @Test
    void picturesAndVoicesAndThumbsUpAndDown() throws Exception {
        assertUpAndDown("image", "骆驼.png", Samples.padded(Samples.picture("png"), LARGE));
        assertUpAndDown("image", "a.jpg", Samples.picture("jpg"));
        assertUpAndDown("voice", "a.mp3", Samples.resource("vbr.mp3"));
        assertUpAndDown("voice", "a.amr", Samples.amr(3));
        assertUpAndDown("voice", "a.wav", Samples.wav(3.2));
        assertUpAndDown("thumb", "a.jpg", Samples.picture("jpg"));
        assertThat(wechat.library("wxdemo").materials()).extracting(stored -> stored.name()).contains("骆驼.png");
    }

    @Test
    void aVideoUpAndDownThroughItsAddress() throws Exception {
        byte[] film = Samples.padded(Samples.film("isom"), LARGE);
        String id = material.materialFileUpload("video", new WxMpMaterial("a.mp4", file("a.mp4", film), "骆驼", "两句\"话\""))
                .getMediaId();

        WxMpMaterialVideoInfoResult video = material.materialVideoInfo(id);

        assertThat(video.getTitle()).isEqualTo("骆驼");
        assertThat(video.getDescription()).isEqualTo("两句\"话\"");
        assertThat(new ApiClient(wechat::url).bytes(video.getDownUrl())).isEqualTo(film);
    }

    @Test
    void countListAndDelete() throws Exception {
        upload("image", "1.png", Samples.picture("png"));
        String second = upload("image", "2.png", Samples.picture("png"));
        upload("voice", "a.wav", Samples.wav());

        WxMpMaterialCountResult count = material.materialCount();
        assertThat(List.of(count.getImageCount(), count.getVoiceCount(), count.getVideoCount(), count.getNewsCount()))
                .containsExactly(2, 1, 0, 0);
        WxMpMaterialFileBatchGetResult page = material.materialFileBatchGet("image", 0, 20);
        assertThat(page.getTotalCount()).isEqualTo(2);
        assertThat(page.getItems()).extracting(item -> item.getName()).containsExactly("2.png", "1.png");
        assertThat(page.getItems().get(0).getMediaId()).isEqualTo(second);
        assertThat(new ApiClient(wechat::url).bytes(page.getItems().get(0).getUrl())).isEqualTo(Samples.picture("png"));
        assertThat(material.materialDelete(second)).isTrue();
        assertThat(material.materialCount().getImageCount()).isEqualTo(1);
        assertRefused(40007, () -> material.materialDelete(second));
        assertRefused(40007, () -> material.materialImageOrVoiceDownload(second).close());
    }

    @Test
    @SuppressWarnings("deprecation")
    void newsThatIsThereAndNewsThatCannotBeMade() throws Exception {
        String id = wechat.library("wxdemo").addNews(NewsArticle.of("骆驼", "<p>text</p>")).mediaId();

        assertThat(material.materialNewsInfo(id).getArticles()).singleElement()
                .satisfies(article -> assertThat(article.getContent()).isEqualTo("<p>text</p>"));
        assertThat(material.materialNewsBatchGet(0, 20).getItems()).singleElement().satisfies(
                item -> assertThat(item.getContent().getArticles().get(0).getTitle()).isEqualTo("骆驼"));
        WxMpMaterialNews news = new WxMpMaterialNews();
        news.addArticle(new WxMpNewsArticle());
        assertRefused(45103, () -> material.materialNewsUpload(news));
    }

    @Test
    void aPictureForArticles() throws Exception {
        String url = material.mediaImgUpload(file("a.png", Samples.picture("png"))).getUrl();

        assertThat(new ApiClient(wechat::url).bytes(url)).isEqualTo(Samples.picture("png"));
        assertRefused(40005, () -> material.mediaImgUpload(file("a.gif", Samples.picture("gif"))));
    }

    @Test
    void temporaryMediaUpAndDown() throws Exception {
        assertTemporary("image", "a.png", Samples.padded(Samples.picture("png"), LARGE));
        assertTemporary("voice", "a.amr", Samples.amr(3));
        WxMediaUploadResult thumb = material.mediaUpload("thumb", file("a.jpg", Samples.picture("jpg")));
        assertThat(thumb.getThumbMediaId()).hasSize(64);
        assertThat(Files.readAllBytes(material.mediaDownload(thumb.getThumbMediaId()).toPath()))
                .isEqualTo(Samples.picture("jpg"));
        String video = material.mediaUpload("video", file("a.mp4", Samples.film("isom"))).getMediaId();
        assertThat(wechat.library("wxdemo").findTemporary(video)).isPresent();
        assertRefused(40007, () -> material.mediaDownload("unknown"));
        assertRefused(40007, () -> material.jssdkMediaDownload(video));
    }

    private void assertUpAndDown(String type, String name, byte[] bytes) throws Exception {
        String id = upload(type, name, bytes);
        try (InputStream in = material.materialImageOrVoiceDownload(id)) {
            assertThat(in.readAllBytes()).as(name).isEqualTo(bytes);
        }
    }

    private void assertTemporary(String type, String name, byte[] bytes) throws Exception {
        WxMediaUploadResult uploaded = material.mediaUpload(type, file(name, bytes));
        assertThat(uploaded.getType()).isEqualTo(type);
        assertThat(Files.readAllBytes(material.mediaDownload(uploaded.getMediaId()).toPath())).isEqualTo(bytes);
    }

    private String upload(String type, String name, byte[] bytes) throws Exception {
        return material.materialFileUpload(type, new WxMpMaterial(name, file(name, bytes), null, null)).getMediaId();
    }

    private File file(String name, byte[] bytes) throws Exception {
        return Files.write(folder.resolve(name), bytes).toFile();
    }

    private static void assertRefused(int errcode, ThrowingCallable call) {
        assertThatExceptionOfType(WxErrorException.class).isThrownBy(call)
                .satisfies(refusal -> assertThat(refusal.getError().getErrorCode()).isEqualTo(errcode));
    }

    private static WxMpService service(boolean stable) {
        WxMpDefaultConfigImpl config = new WxMpDefaultConfigImpl();
        config.setAppId(WechatSimulatorExtension.APP_ID);
        config.setSecret(WechatSimulatorExtension.SECRET);
        config.setUseStableAccessToken(stable);
        config.setHostConfig(new WxMpHostConfig(wechat.url(), wechat.url(), wechat.url()));
        WxMpService service = new WxMpServiceImpl();
        service.setWxMpConfigStorage(config);
        return service;
    }
}
