package io.github.camelwechat.material.result;

/**
 * A picture for the inside of articles, of {@code uploadImage}. It is not in the library and has no media_id.
 *
 * @param url where it can be fetched from within Tencent's domains, never null
 */
public record UploadImageResult(String url) implements WechatMaterialResult {
}
