/**
 * A broker with queues for the example, as it would run elsewhere.
 */
@NullMarked
package io.github.camelwechat.jms.server;

import org.jspecify.annotations.NullMarked;
