package io.github.camelwechat.simulator.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.simulator.answer.ApiError;
import io.github.camelwechat.simulator.answer.Json;
import io.github.camelwechat.simulator.answer.Reply;
import io.github.camelwechat.simulator.journal.OpenEntry;
import io.github.camelwechat.simulator.library.Draft;
import io.github.camelwechat.simulator.library.DraftArticle;
import io.github.camelwechat.simulator.library.DraftBox;
import io.github.camelwechat.simulator.library.Libraries;
import io.github.camelwechat.simulator.library.Library;
import io.github.camelwechat.simulator.rule.Switches;

/** The draft box, and the way out of it: {@code draft/…} and {@code freepublish/submit}. */
final class DraftInterfaces {

    private static final int MOST_ARTICLES = 8;

    private final Libraries libraries;
    private final ArticleRule rule;
    private final DraftView view;

    DraftInterfaces(Libraries libraries, Switches switches, String url) {
        this.libraries = libraries;
        this.rule = new ArticleRule(url, switches);
        this.view = new DraftView(url);
    }

    Map<String, Interface> byPath() {
        return Map.of(
                "/cgi-bin/draft/add", new Interface("POST", true, (head, query) -> JsonCall.withArticles(this::add)),
                "/cgi-bin/draft/update", new Interface("POST", true, (head, query) -> JsonCall.withArticles(this::update)),
                "/cgi-bin/draft/get", new Interface("POST", true, (head, query) -> JsonCall.answering(this::get)),
                "/cgi-bin/draft/delete", new Interface("POST", true, (head, query) -> JsonCall.replying(this::delete)),
                "/cgi-bin/draft/count", new Interface("GET", true, (head, query) -> NoBody.answering(this::count)),
                "/cgi-bin/draft/batchget", new Interface("POST", true, (head, query) -> JsonCall.answering(this::page)),
                "/cgi-bin/freepublish/submit", new Interface("POST", true, (head, query) -> JsonCall.replying(this::publish)));
    }

    private Reply add(String appId, JsonNode request, OpenEntry entry) throws IOException {
        JsonNode articles = request.path("articles");
        ApiError.requireBehind(articles.isArray() && !articles.isEmpty(), 44003);
        ApiError.requireBehind(articles.size() <= MOST_ARTICLES, 45008);
        Library library = libraries.of(appId);
        List<DraftArticle> checked = new ArrayList<>();
        for (JsonNode article : articles) {
            checked.add(rule.check(article, library, entry));
        }
        String mediaId = library.drafts().add(checked).mediaId();
        entry.stored(mediaId);
        return Reply.of(Json.object().put("media_id", mediaId));
    }

    private Reply update(String appId, JsonNode request, OpenEntry entry) throws IOException {
        Draft draft = draft(appId, request);
        int index = Page.number(request, "index", 0, draft.articles().size() - 1);
        ApiError.requireBehind(request.path("articles").isObject(), 44003);
        DraftArticle article = rule.check(request.path("articles"), libraries.of(appId), entry);
        ApiError.requireBehind(box(appId).replace(draft.mediaId(), index, article), 40007);
        return ok();
    }

    private JsonNode get(String appId, JsonNode request, OpenEntry entry) {
        return view.content(libraries.of(appId), draft(appId, request), true);
    }

    private Reply delete(String appId, JsonNode request, OpenEntry entry) throws IOException {
        ApiError.requireBehind(box(appId).remove(MediaId.in(request)), 40007);
        return ok();
    }

    private JsonNode count(String appId) {
        return Json.object().put("total_count", box(appId).all().size());
    }

    private JsonNode page(String appId, JsonNode request, OpenEntry entry) {
        Library library = libraries.of(appId);
        boolean withContent = request.path("no_content").asInt() != 1;
        return Page.in(request).of(library.drafts().all(), draft -> view.item(library, draft, withContent));
    }

    private Reply publish(String appId, JsonNode request, OpenEntry entry) throws IOException {
        String publishId = box(appId).publish(MediaId.in(request)).orElseThrow(() -> ApiError.behind(40007));
        return Reply.of(Json.object().put("errcode", 0).put("errmsg", "ok").put("publish_id", publishId));
    }

    private Draft draft(String appId, JsonNode request) {
        return box(appId).find(MediaId.in(request)).orElseThrow(() -> ApiError.behind(40007));
    }

    private DraftBox box(String appId) {
        return libraries.of(appId).drafts();
    }

    private static Reply ok() {
        return Reply.of(Json.object().put("errcode", 0).put("errmsg", "ok"));
    }
}
