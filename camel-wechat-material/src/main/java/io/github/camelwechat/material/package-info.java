/**
 * The face that Camel sees: {@code wechat-material:account}.
 */
package io.github.camelwechat.material;
