package io.github.camelwechat.simulator.api;

import java.io.IOException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.simulator.answer.Json;
import io.github.camelwechat.simulator.format.Format;
import io.github.camelwechat.simulator.journal.OpenEntry;
import io.github.camelwechat.simulator.library.Libraries;
import io.github.camelwechat.simulator.library.Material;
import io.github.camelwechat.simulator.library.MaterialType;
import io.github.camelwechat.simulator.library.NewMaterial;

/** {@code media/uploadimg}: pictures that articles show; they get an address, and no place in the library. */
final class ArticlePictures {

    private final Libraries libraries;
    private final String url;

    ArticlePictures(Libraries libraries, String url) {
        this.libraries = libraries;
        this.url = url;
    }

    /** A {@code type} in the query is ignored. */
    Interface upload() {
        return new Interface(
                "POST", true, (head, query) -> new UploadCall(
                        type -> this::upload, query.value("type"), head, libraries.newSpool()));
    }

    private JsonNode upload(String appId, UploadForm form, OpenEntry entry) throws IOException {
        Format format = FileRule.ARTICLE_PICTURE.check(form.fileName(), form.spool());
        Material stored = libraries.of(appId).storeArticlePicture(
                new NewMaterial(MaterialType.IMAGE, form.fileName(), null, null, format, form.spool()));
        return Json.object().put("url", url + stored.picturePath()).put("errcode", 0).put("errmsg", "ok");
    }
}
