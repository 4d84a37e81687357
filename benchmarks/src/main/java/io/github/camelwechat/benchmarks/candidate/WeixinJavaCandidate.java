package io.github.camelwechat.benchmarks.candidate;

import java.util.concurrent.ExecutionException;

import me.chanjar.weixin.common.api.WxConsts;
import me.chanjar.weixin.common.util.http.apache.DefaultApacheHttpClientBuilder;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.api.impl.WxMpServiceImpl;
import me.chanjar.weixin.mp.bean.material.WxMpMaterial;
import me.chanjar.weixin.mp.config.WxMpHostConfig;
import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;

/** The SDK that Java users have; its defaults, but for the ten connections, which would keep six threads waiting. */
final class WeixinJavaCandidate implements Candidate {

    private final SixteenThreads threads = new SixteenThreads();
    private final WxMpService wechat = new WxMpServiceImpl();

    WeixinJavaCandidate(String apiUrl) {
        DefaultApacheHttpClientBuilder http = DefaultApacheHttpClientBuilder.get();
        http.setMaxConnPerHost(InFlight.MOST);
        // its 5 s are for a machine that does nothing else
        http.setSoTimeout(60_000);
        WxMpDefaultConfigImpl config = new WxMpDefaultConfigImpl();
        config.setAppId("wxdemo");
        config.setSecret("secret");
        config.setHostConfig(new WxMpHostConfig(apiUrl, apiUrl, apiUrl));
        config.setApacheHttpClientBuilder(http);
        wechat.setWxMpConfigStorage(config);
    }

    @Override
    public void upload(Picture picture, int uploads) throws InterruptedException, ExecutionException {
        threads.run(uploads, () -> {
            WxMpMaterial material = new WxMpMaterial(picture.name(), picture.file().toFile(), null, null);
            String mediaId = wechat.getMaterialService().materialFileUpload(WxConsts.MaterialType.IMAGE, material)
                    .getMediaId();
            if (mediaId == null) {
                throw new IllegalStateException("No media_id");
            }
            return mediaId;
        });
    }

    @Override
    public void close() {
        threads.close();
    }
}
