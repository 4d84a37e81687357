/**
 * Files with options, read for a check: properties, YAML, XML, each problem with the line it is in.
 * <p>
 * Internal to the component: public only because its other packages use it, not API, and free to change.
 */
@NullMarked
package io.github.camelwechat.material.internal.check;

import org.jspecify.annotations.NullMarked;
