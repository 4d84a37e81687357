package io.github.camelwechat.http;

import java.time.Duration;

/**
 * The times within which requests have to arrive at the HTTP server. All are above zero.
 *
 * @param head    from a connection to the head of its first request, and from an answer that ends a connection to its
 *                end
 * @param idle    from an answer to the head of the next request of a kept connection
 * @param silence between two pieces of a body, and after the last one until the form is on the disk
 * @param body    from the head of a request to the last byte of its body
 */
record ServerLimits(Duration head, Duration idle, Duration silence, Duration body) {
}
