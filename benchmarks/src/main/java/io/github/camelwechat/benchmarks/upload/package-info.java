/**
 * What an upload costs: the rounds, and the tables of their results.
 */
@NullMarked
package io.github.camelwechat.benchmarks.upload;

import org.jspecify.annotations.NullMarked;
