/**
 * The other side of the soak, in a process of its own: the simulator, its faults, and a relay that fails as networks
 * do.
 */
@NullMarked
package io.github.camelwechat.benchmarks.soak.server;

import org.jspecify.annotations.NullMarked;
