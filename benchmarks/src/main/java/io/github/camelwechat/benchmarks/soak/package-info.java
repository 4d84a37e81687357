/**
 * Whether what the component says of an exchange is true, under faults and for any length of time.
 */
@NullMarked
package io.github.camelwechat.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
