package io.github.camelwechat.material.client;

import java.io.IOException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.material.error.UnexpectedAnswerException;
import io.github.camelwechat.material.media.Download;
import io.github.camelwechat.material.media.MediaFormat;
import io.github.camelwechat.material.result.NewsMaterial;
import io.github.camelwechat.material.result.VideoMaterial;
import io.github.camelwechat.material.result.WechatMaterialResult;
import io.github.camelwechat.material.transport.BytesOrJson;
import io.github.camelwechat.material.transport.Json;

/** Tells what kind of material an answer is. */
record GetMaterialReader(String mediaId) {

    private static final String OPERATION = "getMaterial";

    GetMaterialAnswer read(BytesOrJson<DownloadSpool> answer) {
        if (answer instanceof BytesOrJson.Bytes<DownloadSpool> bytes) {
            return file(bytes);
        }
        return new GetMaterialAnswer.Description(described(((BytesOrJson.Json<DownloadSpool>) answer).json()));
    }

    private GetMaterialAnswer file(BytesOrJson.Bytes<DownloadSpool> answer) {
        Download download = answer.spool().download();
        try {
            MediaFormat format = download.format();
            String claimed = DownloadHeaders.mediaType(answer.contentType());
            // a proxy's page is no material; what WeChat's console took may be of a format that is not known here
            if (format == null && claimed == null) {
                throw new UnexpectedAnswerException(
                        OPERATION + ": the answer (" + download.length() + " bytes) is neither JSON nor a picture or voice",
                        200);
            }
            String fileName = Download.fileName(DownloadHeaders.fileName(answer.disposition()), format, mediaId);
            return new GetMaterialAnswer.File(download, fileName, format != null ? format.contentType() : claimed);
        } catch (IOException e) {
            throw new UnexpectedAnswerException(OPERATION + ": the answer could not be read back", 200, e);
        }
    }

    private static WechatMaterialResult described(JsonNode answer) {
        if (answer.has("news_item")) {
            return Json.as(NewsMaterial.class, answer, OPERATION);
        }
        VideoMaterial video = Json.as(VideoMaterial.class, answer, OPERATION);
        if (video.downUrl() == null || video.downUrl().isEmpty()) {
            throw new UnexpectedAnswerException(OPERATION + ": the answer is neither a file nor a video nor news", 200);
        }
        return video;
    }
}
