/** Routes that bring a folder and HTTP requests into the material library, as a Spring Boot application. */
@NullMarked
package io.github.camelwechat.springboot;

import org.jspecify.annotations.NullMarked;
