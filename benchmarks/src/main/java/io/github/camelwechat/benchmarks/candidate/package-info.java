/**
 * The clients that are compared, each in a Java of its own, and what is read off that Java.
 */
@NullMarked
package io.github.camelwechat.benchmarks.candidate;

import org.jspecify.annotations.NullMarked;
