/**
 * What routes are fed from, as processes: filled, read by an application that may be killed, and counted afterwards.
 */
@NullMarked
package io.github.camelwechat.feeds;

import org.jspecify.annotations.NullMarked;
