/**
 * The stand-in for WeChat that uploads go to, so that next to nothing but the client is measured.
 */
@NullMarked
package io.github.camelwechat.benchmarks.sink;

import org.jspecify.annotations.NullMarked;
