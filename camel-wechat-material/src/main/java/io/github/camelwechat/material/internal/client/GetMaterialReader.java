package io.github.camelwechat.material.internal.client;

import java.io.IOException;
import java.util.regex.Pattern;

import io.github.camelwechat.material.error.UnexpectedAnswerException;
import io.github.camelwechat.material.internal.call.WechatInterface;
import io.github.camelwechat.material.internal.media.Download;
import io.github.camelwechat.material.internal.media.MediaFormat;
import io.github.camelwechat.material.internal.transport.BytesOrJson;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Tells what kind of material an answer is. */
record GetMaterialReader(String mediaId) {

    private static final String OPERATION = WechatInterface.GET_MATERIAL.wechatName();
    private static final int FIRST_BYTES = 4096;
    /** After blanks and the mark of UTF-8. */
    private static final Pattern PAGE = Pattern.compile("(\u00ef\u00bb\u00bf)?\\s*[<\\[]");

    Outcome read(BytesOrJson<DownloadSpool> answer) {
        if (answer instanceof BytesOrJson.Bytes<DownloadSpool> bytes) {
            return file(bytes);
        }
        return new Outcome.Result(MaterialAnswers.described(((BytesOrJson.Json<DownloadSpool>) answer).json()));
    }

    private Outcome file(BytesOrJson.Bytes<DownloadSpool> answer) {
        Download download = answer.spool().download();
        try {
            MediaFormat format = download.format();
            String claimed = DownloadHeaders.mediaType(answer.contentType());
            // a proxy's page is no material; what WeChat's console took may be of a format that is not known here
            if (format == null ? claimed == null || isPage(download) : !isMedia(format)) {
                throw new UnexpectedAnswerException(
                        OPERATION + ": the answer (" + download.length() + " bytes) is neither JSON nor a picture or voice",
                        200);
            }
            String fileName = Download.fileName(DownloadHeaders.fileName(answer.disposition()), format, mediaId);
            return new Outcome.Fetched(download, fileName, format != null ? format.contentType() : claimed);
        } catch (IOException e) {
            throw new UnexpectedAnswerException(OPERATION + ": the answer could not be read back", 200, e);
        }
    }

    /** A page of HTML, XML or a JSON list is no picture, whatever type a server gives all its answers. */
    private static boolean isPage(Download download) throws IOException {
        return PAGE.matcher(new String(download.first(FIRST_BYTES), ISO_8859_1)).lookingAt();
    }

    /** The library has no documents and archives: a compressed page, or error, must not pass for a material. */
    private static boolean isMedia(MediaFormat format) {
        return !format.contentType().startsWith("application/");
    }
}
