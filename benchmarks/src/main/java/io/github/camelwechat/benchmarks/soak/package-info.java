/**
 * Soak that checks the reported outcome of each exchange under faults.
 */
@NullMarked
package io.github.camelwechat.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
