/**
 * Media to upload: the body of a message becomes a {@link io.github.camelwechat.material.internal.media.Media} with a
 * file name, an exact length and bytes that can be read more than once.
 * <p>
 * Internal to the component: public only because its other packages use it, not API, and free to change.
 */
@NullMarked
package io.github.camelwechat.material.internal.media;

import org.jspecify.annotations.NullMarked;
