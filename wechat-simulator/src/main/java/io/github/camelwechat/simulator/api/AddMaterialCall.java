package io.github.camelwechat.simulator.api;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelwechat.simulator.answer.ApiError;
import io.github.camelwechat.simulator.answer.Json;
import io.github.camelwechat.simulator.format.Format;
import io.github.camelwechat.simulator.format.FormatRecogniser;
import io.github.camelwechat.simulator.journal.OpenEntry;
import io.github.camelwechat.simulator.library.Libraries;
import io.github.camelwechat.simulator.library.Material;
import io.github.camelwechat.simulator.library.MaterialType;
import io.github.camelwechat.simulator.library.NewMaterial;
import io.github.camelwechat.simulator.library.Spool;
import io.github.camelwechat.simulator.multipart.Boundary;
import io.github.camelwechat.simulator.multipart.FramingException;
import io.github.camelwechat.simulator.multipart.MultipartReader;

/** One upload: the form is read and spooled as it comes, then checked in WeChat's order, then stored. */
final class AddMaterialCall implements ApiCall {

    private final Libraries libraries;
    private final String url;
    private final String type;
    private final long contentLength;
    private final Spool spool;
    private final UploadForm form;
    private MultipartReader reader;
    private long received;
    private String framingFault;

    AddMaterialCall(Libraries libraries, String url, String type, String contentType, long contentLength) {
        this.libraries = libraries;
        this.url = url;
        this.type = type;
        this.contentLength = contentLength;
        this.spool = libraries.newSpool();
        this.form = new UploadForm(spool);
        try {
            reader = new MultipartReader(Boundary.of(contentType), form);
        } catch (FramingException e) {
            framingFault = e.getMessage();
        }
    }

    @Override
    public boolean body(ByteBuffer bytes) {
        received += bytes.remaining();
        if (framingFault != null) {
            bytes.position(bytes.limit());
            return true;
        }
        try {
            reader.read(bytes);
        } catch (FramingException e) {
            framingFault = e.getMessage();
            bytes.position(bytes.limit());
            return true;
        }
        return !(reader.ended() && received < contentLength);
    }

    @Override
    public void bodyEnds(OpenEntry entry) {
        try {
            if (framingFault == null) {
                reader.finish();
                form.complete();
            }
        } catch (FramingException e) {
            framingFault = e.getMessage();
        }
        if (framingFault == null && received < contentLength) {
            framingFault = "the form ends after " + received + " bytes, Content-Length says " + contentLength;
        }
        form.note(type, entry);
    }

    @Override
    public JsonNode answer(String appId, OpenEntry entry) throws IOException {
        MaterialType wanted = MaterialType.named(type).orElseThrow(() -> ApiError.behind(40004));
        if (framingFault != null) {
            entry.reason(framingFault);
            throw ApiError.behind(41005);
        }
        refuseIf(spool.size() == 0, 44001);
        refuseIf(!wanted.allowsExtension(extension()), wanted == MaterialType.VIDEO ? 40113 : 40005);
        refuseIf(spool.size() > Spool.CAP, 45001);
        refuseIf(spool.size() > wanted.limit(), wanted.tooLarge());
        Format format = FormatRecogniser.recognise(spool.head()).filter(wanted::allowsFormat)
                .orElseThrow(() -> ApiError.behind(wanted.listedAs() == MaterialType.IMAGE ? 40137 : 40005));
        Optional<VideoDescription> video = wanted == MaterialType.VIDEO
                ? Optional.of(VideoDescription.parse(form.description(), entry)) : Optional.empty();
        Material stored = libraries.of(appId).store(new NewMaterial(
                wanted, form.fileName(), video.map(VideoDescription::title).orElse(null),
                video.map(VideoDescription::introduction).orElse(null), format, spool));
        entry.stored(stored.mediaId());
        return answer(stored);
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }

    private JsonNode answer(Material stored) {
        ObjectNode answer = Json.object().put("media_id", stored.mediaId());
        if (stored.type() == MaterialType.IMAGE) {
            answer.put("url", PictureUrl.of(url, stored));
        }
        answer.putArray("item");
        return answer;
    }

    private String extension() {
        String name = form.fileName();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }

    private static void refuseIf(boolean wrong, int errcode) {
        if (wrong) {
            throw ApiError.behind(errcode);
        }
    }
}
