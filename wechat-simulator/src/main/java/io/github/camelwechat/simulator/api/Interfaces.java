package io.github.camelwechat.simulator.api;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.camelwechat.simulator.library.Libraries;
import io.github.camelwechat.simulator.token.Tokens;

/** The interfaces by their paths. */
public final class Interfaces {

    private final Map<String, Interface> byPath;

    /**
     * @param url the simulator's own, which begins the addresses of pictures
     */
    public Interfaces(Tokens tokens, Libraries libraries, String url) {
        TokenInterfaces token = new TokenInterfaces(tokens);
        ListInterfaces list = new ListInterfaces(libraries, url);
        byPath = Map.of(
                "/cgi-bin/token", token.classic(),
                "/cgi-bin/stable_token", token.stable(),
                "/cgi-bin/material/add_material", addMaterial(libraries, url),
                "/cgi-bin/material/get_materialcount", list.count(),
                "/cgi-bin/material/batchget_material", list.page());
    }

    /** @return null if there is none at that path */
    public Interface at(String path) {
        return byPath.get(path);
    }

    /** @return the paths that are served */
    public Set<String> paths() {
        return byPath.keySet();
    }

    private static Interface addMaterial(Libraries libraries, String url) {
        return new Interface("POST", true, (head, query) -> {
            List<String> contentType = head.headers().get("Content-Type");
            return new AddMaterialCall(
                    libraries, url, query.value("type"), contentType == null ? null : contentType.get(0),
                    head.contentLength());
        });
    }
}
