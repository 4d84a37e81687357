/**
 * Pictures that clients send as forms, or name by their address, go into the material library; the answer to the
 * request says what became of it.
 */
@NullMarked
package io.github.camelwechat.http;

import org.jspecify.annotations.NullMarked;
