package io.github.camelwechat.material.operation;

/**
 * @param type   image, voice, video or news
 * @param offset of the first item, 0 or more
 * @param count  1 to 20
 */
public record BatchGetMaterialRequest(String type, int offset, int count) {
}
