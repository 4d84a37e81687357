/**
 * The simulator of the WeChat API as a Java object, as a JUnit 5 extension, and as a program.
 */
@NullMarked
package io.github.camelwechat.simulator;

import org.jspecify.annotations.NullMarked;
