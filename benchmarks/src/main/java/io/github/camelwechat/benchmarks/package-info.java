/**
 * Benchmark of a plain file route, and classes shared by several benchmarks.
 */
@NullMarked
package io.github.camelwechat.benchmarks;

import org.jspecify.annotations.NullMarked;
