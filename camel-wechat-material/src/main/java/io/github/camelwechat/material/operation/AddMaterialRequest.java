package io.github.camelwechat.material.operation;

import io.github.camelwechat.material.media.MediaRequest;

/**
 * @param title        of a video; null for the file's name
 * @param introduction of a video; null for none
 */
public record AddMaterialRequest(MediaRequest media, String title, String introduction) {
}
