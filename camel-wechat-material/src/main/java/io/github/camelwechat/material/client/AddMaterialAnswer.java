package io.github.camelwechat.material.client;

/**
 * @param mediaId of the new material, never null
 * @param url     of a picture; null for every other type
 */
public record AddMaterialAnswer(String mediaId, String url) {
}
