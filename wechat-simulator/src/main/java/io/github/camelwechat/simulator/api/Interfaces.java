package io.github.camelwechat.simulator.api;

import java.time.Clock;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.camelwechat.simulator.journal.Journal;
import io.github.camelwechat.simulator.library.Libraries;
import io.github.camelwechat.simulator.platform.Platforms;
import io.github.camelwechat.simulator.rule.Accounts;
import io.github.camelwechat.simulator.rule.Switches;
import io.github.camelwechat.simulator.token.Tokens;

/** The interfaces by their paths. */
public final class Interfaces {

    private final Map<String, Interface> byPath = new TreeMap<>();

    /**
     * All interfaces, over the same state.
     *
     * @param url the simulator's own, which begins the addresses of pictures and videos
     */
    public Interfaces(Tokens tokens, Libraries libraries, Accounts accounts, Switches switches, Platforms platforms,
                      Journal journal, Clock clock, String url) {
        NewsView news = new NewsView(url);
        ListInterfaces list = new ListInterfaces(libraries, news, switches, clock, url);
        MaterialInterfaces material = new MaterialInterfaces(libraries, news, url);
        ArticlePictures pictures = new ArticlePictures(libraries, url);
        TemporaryInterfaces temporary = new TemporaryInterfaces(libraries, url);
        byPath.put("/cgi-bin/material/add_material", material.add());
        byPath.put("/cgi-bin/material/get_material", material.get());
        byPath.put("/cgi-bin/material/del_material", material.delete());
        byPath.put("/cgi-bin/material/add_news", material.switchedOff());
        byPath.put("/cgi-bin/material/update_news", material.switchedOff());
        byPath.put("/cgi-bin/material/get_materialcount", list.count());
        byPath.put("/cgi-bin/material/batchget_material", list.page());
        byPath.put("/cgi-bin/media/uploadimg", pictures.upload());
        byPath.put("/cgi-bin/media/upload", temporary.upload());
        byPath.put("/cgi-bin/media/get", temporary.get());
        byPath.put("/cgi-bin/media/get/jssdk", temporary.getHdVoice());
        byPath.put("/cgi-bin/media/uploadvideo", temporary.uploadVideo());
        byPath.putAll(new DraftInterfaces(libraries, switches, url).byPath());
        byPath.putAll(new TokenInterfaces(tokens, accounts, platforms).byPath());
        byPath.putAll(new ComponentInterfaces(platforms, tokens.appIds(), switches.platform()).byPath());
        byPath.putAll(new QuotaInterfaces(accounts, tokens, switches, this::accountPaths).byPath());
        byPath.putAll(new NetworkInterfaces(accounts).byPath());
        byPath.putAll(new RidInterface(journal, clock).byPath());
    }

    /** {@return the interface at that path, if there is one} */
    public Optional<Interface> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** {@return the paths that are served} */
    public Set<String> paths() {
        return Collections.unmodifiableSet(byPath.keySet());
    }

    /** {@return the paths of interfaces that are called by accounts, or for them} */
    public Set<String> accountPaths() {
        return byPath.entrySet().stream().filter(entry -> entry.getValue().credential().ofAccount()).map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
