package io.github.camelwechat.material.transport;

/**
 * An answer, read whole.
 *
 * @param status the HTTP status
 * @param body   the bytes, never null
 */
record HttpAnswer(int status, byte[] body) {
}
