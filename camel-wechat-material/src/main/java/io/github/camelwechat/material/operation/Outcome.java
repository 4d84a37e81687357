package io.github.camelwechat.material.operation;

/**
 * What an operation leaves on the message.
 *
 * @param body    the new body
 * @param mediaId for the header, or null for none
 * @param url     for the header, or null for none
 */
public record Outcome(Object body, String mediaId, String url) {
}
