package io.github.camelwechat.http;

import java.time.Duration;

/**
 * How long a fetch may take, and how far it may go.
 *
 * @param connect   for looking a name up, and again for a connection
 * @param silence   between two pieces of what comes
 * @param all       from the connection to the last byte, of each address
 * @param redirects how many are followed
 */
record FetchLimits(Duration connect, Duration silence, Duration all, int redirects) {
}
