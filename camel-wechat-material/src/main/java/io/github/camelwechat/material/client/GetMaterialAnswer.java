package io.github.camelwechat.material.client;

import io.github.camelwechat.material.media.Download;
import io.github.camelwechat.material.result.WechatMaterialResult;

/**
 * A material out of the library: a file, or what there is to say of one that is none.
 *
 * @param result      of a video or news, else null
 * @param download    of a picture, voice or thumb, else null; whoever takes the answer owns it
 * @param fileName    of a file: without a path, with the extension of its content
 * @param contentType of a file: by its content where that is known
 */
public record GetMaterialAnswer(WechatMaterialResult result, Download download, String fileName, String contentType) {
}
