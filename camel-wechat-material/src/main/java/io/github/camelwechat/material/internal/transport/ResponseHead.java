package io.github.camelwechat.material.internal.transport;

import org.jspecify.annotations.Nullable;

/**
 * Status and headers of an answer. They come from outside and are not to be trusted.
 *
 * @param status      the HTTP status
 * @param contentType the header, or null; WeChat's is often wrong
 * @param disposition the header Content-Disposition, its bytes read as ISO 8859-1, or null
 */
record ResponseHead(int status, @Nullable String contentType, @Nullable String disposition) {
}
