/**
 * A service provider's application: it uploads for the accounts that have authorized its third-party platform.
 */
@NullMarked
package io.github.camelwechat.platform;

import org.jspecify.annotations.NullMarked;
