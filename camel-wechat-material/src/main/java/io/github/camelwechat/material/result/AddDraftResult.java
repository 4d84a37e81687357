package io.github.camelwechat.material.result;

/**
 * The new draft, of {@code addDraft}.
 *
 * @param mediaId the id in the draft box, never null
 */
public record AddDraftResult(String mediaId) implements WechatMaterialResult {
}
