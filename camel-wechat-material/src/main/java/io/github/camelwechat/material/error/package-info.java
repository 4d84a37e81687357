/**
 * The exceptions of the component: public API.
 */
@NullMarked
package io.github.camelwechat.material.error;

import org.jspecify.annotations.NullMarked;
