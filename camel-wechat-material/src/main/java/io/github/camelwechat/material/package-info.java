/**
 * The face that Camel sees: {@code wechat-material:account}.
 */
@NullMarked
package io.github.camelwechat.material;

import org.jspecify.annotations.NullMarked;
