package io.github.camelwechat.material.internal.call;

/**
 * One attempt at a call.
 *
 * @param called  the interface
 * @param account a name by which endpoints use it
 * @param media   of the call
 * @param attempt from 1 on; a second one has another token
 */
public record CallInfo(WechatInterface called, String account, MediaInfo media, int attempt) {
}
