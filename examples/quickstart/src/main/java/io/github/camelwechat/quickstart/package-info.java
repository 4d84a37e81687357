/**
 * A folder of media that a plain file route uploads, and a table of what became of each file.
 */
@NullMarked
package io.github.camelwechat.quickstart;

import org.jspecify.annotations.NullMarked;
