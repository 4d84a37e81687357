/**
 * From a queue into the material library: the route, and a demonstration of it.
 */
@NullMarked
package io.github.camelwechat.jms;

import org.jspecify.annotations.NullMarked;
