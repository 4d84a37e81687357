/**
 * Articles of drafts: what a body says of them, and what WeChat takes.
 * <p>
 * Internal to the component: public only because its other packages use it, not API, and free to change.
 */
@NullMarked
package io.github.camelwechat.material.internal.article;

import org.jspecify.annotations.NullMarked;
