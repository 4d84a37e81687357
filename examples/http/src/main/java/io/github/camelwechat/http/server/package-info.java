/** An HTTP server that has pictures, to fetch them from. */
@NullMarked
package io.github.camelwechat.http.server;

import org.jspecify.annotations.NullMarked;
