/** A bundle that brings a folder into the material library, configured by ConfigAdmin. */
@NullMarked
package io.github.camelwechat.karaf;

import org.jspecify.annotations.NullMarked;
