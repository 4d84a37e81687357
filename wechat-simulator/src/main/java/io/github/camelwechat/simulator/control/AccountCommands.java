package io.github.camelwechat.simulator.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelwechat.simulator.answer.Answer;
import io.github.camelwechat.simulator.answer.Body;
import io.github.camelwechat.simulator.library.Caps;
import io.github.camelwechat.simulator.library.Libraries;
import io.github.camelwechat.simulator.library.Library;
import io.github.camelwechat.simulator.library.Material;
import io.github.camelwechat.simulator.library.NewsArticle;
import io.github.camelwechat.simulator.token.Tokens;

/** Materials and tokens of the accounts by HTTP. */
final class AccountCommands {

    private final Libraries libraries;
    private final Tokens tokens;

    AccountCommands(Libraries libraries, Tokens tokens) {
        this.libraries = libraries;
        this.tokens = tokens;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/apps", command -> Map.of("apps", tokens.appIds())),
                Route.of("GET", "/apps/{appid}/materials", this::list),
                Route.of("DELETE", "/apps/{appid}/materials", this::clear),
                Route.of("GET", "/apps/{appid}/materials/{media_id}/bytes", this::bytes),
                Route.of("POST", "/apps/{appid}/materials/{media_id}/in-use", command -> mark(command, true)),
                Route.of("DELETE", "/apps/{appid}/materials/{media_id}/in-use", command -> mark(command, false)),
                Route.of("GET", "/apps/{appid}/temporary", this::listTemporary),
                Route.of("GET", "/apps/{appid}/caps", command -> caps(library(command).caps())),
                Route.of("POST", "/apps/{appid}/caps", this::setCaps),
                Route.of("GET", "/apps/{appid}/news", this::listNews),
                Route.of("POST", "/apps/{appid}/news", this::addNews),
                Route.of("GET", "/apps/{appid}/drafts", this::listDrafts),
                Route.of("GET", "/apps/{appid}/tokens",
                        command -> Map.of("valid", tokens.valid(app(command)))),
                Route.of("POST", "/apps/{appid}/tokens/issue",
                        command -> Map.of("access_token", tokens.issue(app(command)))),
                Route.of("POST", "/apps/{appid}/tokens/expire", this::expire),
                Route.of("POST", "/apps/{appid}/tokens/displace", this::displace));
    }

    private Object list(Command command) {
        Library library = library(command);
        return Map.of("materials",
                library.materials().stream().map(material -> view(material, library)).toList());
    }

    private Object clear(Command command) {
        library(command).clear();
        return Route.DONE;
    }

    private Object bytes(Command command) {
        Material material = library(command).find(command.segment(2)).orElseThrow(
                () -> new NotFoundException("No material '" + command.segment(2) + "' in " + app(command)));
        return Answer.bytes(material.format().contentType(), new Body.Stored(material.size(), material::open));
    }

    private Object listTemporary(Command command) {
        Library library = library(command);
        return Map.of("temporary",
                library.temporaries().stream().map(material -> view(material, library)).toList());
    }

    private Object setCaps(Command command) {
        command.allow("pictures_and_news", "voices", "videos");
        Library library = library(command);
        Caps old = library.caps();
        library.caps(new Caps(
                cap(command, "pictures_and_news", old.picturesAndNews()), cap(command, "voices", old.voices()),
                cap(command, "videos", old.videos())));
        return caps(library.caps());
    }

    private static int cap(Command command, String field, int otherwise) {
        return (int) Math.min(command.number(field, otherwise), Integer.MAX_VALUE);
    }

    private static Object caps(Caps caps) {
        return Map.of("pictures_and_news", caps.picturesAndNews(), "voices", caps.voices(), "videos", caps.videos());
    }

    private Object mark(Command command, boolean used) {
        Library library = library(command);
        String mediaId = command.segment(2);
        if (library.find(mediaId).isEmpty() && library.findNews(mediaId).isEmpty()) {
            throw new NotFoundException("No material '" + mediaId + "' in " + app(command));
        }
        library.markInUse(mediaId, used);
        return Route.DONE;
    }

    private Object listNews(Command command) {
        Library library = library(command);
        return Map.of("news", library.news().stream().map(news -> Map.of(
                "media_id", news.mediaId(), "titles", news.articles().stream().map(NewsArticle::title).toList(),
                "update_time", news.updateTime().getEpochSecond(), "in_use", library.isInUse(news.mediaId()))).toList());
    }

    private Object addNews(Command command) {
        command.allow("articles");
        return Map.of("media_id", library(command).addNews(NewsArticles.in(command.body())).mediaId());
    }

    private Object listDrafts(Command command) {
        return Map.of("drafts", library(command).drafts().all().stream().map(DraftView::of).toList());
    }

    private Object expire(Command command) {
        tokens.expire(app(command));
        return Route.DONE;
    }

    private Object displace(Command command) {
        tokens.displace(app(command));
        return Route.DONE;
    }

    private Library library(Command command) {
        return libraries.of(app(command));
    }

    /** {@return the AppID that stands in the path} */
    static String app(Command command) {
        return command.segment(1);
    }

    private static Map<String, Object> view(Material material, Library library) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("media_id", material.mediaId());
        view.put("type", material.type().wireName());
        view.put("name", material.name());
        view.put("title", material.title());
        view.put("introduction", material.introduction());
        view.put("format", material.format());
        view.put("size", material.size());
        view.put("sha256", material.sha256());
        view.put("update_time", material.updateTime().getEpochSecond());
        view.put("in_use", library.isInUse(material.mediaId()));
        return view;
    }
}
