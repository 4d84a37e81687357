package io.github.camelwechat.simulator.api;

import java.util.Map;
import java.util.Set;

import io.github.camelwechat.simulator.library.Libraries;
import io.github.camelwechat.simulator.token.Tokens;

/** The interfaces by their paths. */
public final class Interfaces {

    private final Map<String, Interface> byPath;

    /**
     * @param url the simulator's own, which begins the addresses of pictures and videos
     */
    public Interfaces(Tokens tokens, Libraries libraries, String url) {
        TokenInterfaces token = new TokenInterfaces(tokens);
        NewsView news = new NewsView(url);
        ListInterfaces list = new ListInterfaces(libraries, news, url);
        MaterialInterfaces material = new MaterialInterfaces(libraries, news, url);
        ArticlePictures pictures = new ArticlePictures(libraries, url);
        TemporaryInterfaces temporary = new TemporaryInterfaces(libraries, url);
        byPath = Map.ofEntries(
                Map.entry("/cgi-bin/token", token.classic()),
                Map.entry("/cgi-bin/stable_token", token.stable()),
                Map.entry("/cgi-bin/material/add_material", material.add()),
                Map.entry("/cgi-bin/material/get_material", material.get()),
                Map.entry("/cgi-bin/material/del_material", material.delete()),
                Map.entry("/cgi-bin/material/add_news", material.switchedOff()),
                Map.entry("/cgi-bin/material/update_news", material.switchedOff()),
                Map.entry("/cgi-bin/material/get_materialcount", list.count()),
                Map.entry("/cgi-bin/material/batchget_material", list.page()),
                Map.entry("/cgi-bin/media/uploadimg", pictures.upload()),
                Map.entry("/cgi-bin/media/upload", temporary.upload()),
                Map.entry("/cgi-bin/media/get", temporary.get()),
                Map.entry("/cgi-bin/media/get/jssdk", temporary.getHdVoice()),
                Map.entry("/cgi-bin/media/uploadvideo", temporary.uploadVideo()));
    }

    /** @return null if there is none at that path */
    public Interface at(String path) {
        return byPath.get(path);
    }

    /** @return the paths that are served */
    public Set<String> paths() {
        return byPath.keySet();
    }
}
