/**
 * An application in a container of WeChat's cloud hosting: it uploads without a secret of its own.
 */
@NullMarked
package io.github.camelwechat.cloud;

import org.jspecify.annotations.NullMarked;
