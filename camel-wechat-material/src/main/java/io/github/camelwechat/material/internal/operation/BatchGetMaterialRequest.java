package io.github.camelwechat.material.internal.operation;

/**
 * The part of the library that a message asks for.
 *
 * @param type   image, voice, video or news
 * @param offset of the first item, 0 or more
 * @param count  1 to 20
 */
public record BatchGetMaterialRequest(String type, int offset, int count) {
}
