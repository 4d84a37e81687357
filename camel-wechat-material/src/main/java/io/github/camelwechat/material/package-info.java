/**
 * The face that Camel sees: {@code wechat-material:account}. Public API are the component, its configuration, an
 * account, the names of operations and headers; the endpoint is what Camel makes of a URI, and the converter is Camel's
 * to call.
 */
@NullMarked
package io.github.camelwechat.material;

import org.jspecify.annotations.NullMarked;
