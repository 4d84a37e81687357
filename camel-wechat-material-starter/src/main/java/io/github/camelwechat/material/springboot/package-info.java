/**
 * The component {@code wechat-material} in Spring Boot: its options below {@code camel.component.wechat-material}.
 */
@NullMarked
package io.github.camelwechat.material.springboot;

import org.jspecify.annotations.NullMarked;
