/**
 * The words that all rooms share: a call and how calls compose, its deadline, WeChat's interfaces, and what listeners
 * are told. Internal: not part of the public API.
 */
@NullMarked
package io.github.camelwechat.material.internal.call;

import org.jspecify.annotations.NullMarked;
