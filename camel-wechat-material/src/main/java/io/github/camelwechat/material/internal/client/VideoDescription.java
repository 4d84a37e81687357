package io.github.camelwechat.material.internal.client;

/** What WeChat wants to know of a video: both never null, the introduction possibly empty. */
public record VideoDescription(String title, String introduction) {
}
