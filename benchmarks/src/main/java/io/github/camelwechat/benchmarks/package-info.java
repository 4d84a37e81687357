/**
 * What several benchmarks share, and how fast a folder is uploaded through a plain file route.
 */
@NullMarked
package io.github.camelwechat.benchmarks;

import org.jspecify.annotations.NullMarked;
