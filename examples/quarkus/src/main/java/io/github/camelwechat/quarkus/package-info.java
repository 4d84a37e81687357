/** A route that brings a folder into the material library, as a Quarkus application. */
@NullMarked
package io.github.camelwechat.quarkus;

import org.jspecify.annotations.NullMarked;
