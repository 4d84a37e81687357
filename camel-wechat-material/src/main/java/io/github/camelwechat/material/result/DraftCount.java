package io.github.camelwechat.material.result;

/**
 * Number of drafts, of {@code getDraftCount}.
 *
 * @param totalCount how many drafts the account has, with those of WeChat's console
 */
public record DraftCount(int totalCount) implements WechatMaterialResult {
}
