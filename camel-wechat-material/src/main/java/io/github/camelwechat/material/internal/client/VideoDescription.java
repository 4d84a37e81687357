package io.github.camelwechat.material.internal.client;

/** Description of a video, for WeChat: both never null, the introduction possibly empty. */
public record VideoDescription(String title, String introduction) {
}
