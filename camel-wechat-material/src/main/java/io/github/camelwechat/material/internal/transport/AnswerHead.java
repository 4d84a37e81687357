package io.github.camelwechat.material.internal.transport;

import org.jspecify.annotations.Nullable;

/**
 * What stands before the bytes of an answer. It comes from outside: none of it is to be trusted.
 *
 * @param status      the HTTP status
 * @param contentType the header, or null; WeChat's is often wrong
 * @param disposition the header Content-Disposition, its bytes read as ISO 8859-1, or null
 */
record AnswerHead(int status, @Nullable String contentType, @Nullable String disposition) {
}
