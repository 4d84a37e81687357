package io.github.camelwechat.material.operation;

/**
 * The new material. As a message body it converts to JSON with WeChat's field names (String, byte[], InputStream) and
 * to a Map.
 *
 * @param mediaId the id in the library, never null
 * @param url     where the picture can be fetched from within Tencent's domains; null for voice, video and thumb
 */
public record AddMaterialResult(String mediaId, String url) {
}
