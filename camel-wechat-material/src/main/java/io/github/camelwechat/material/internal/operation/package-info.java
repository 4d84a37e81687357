/** What a message can ask for: one small class per operation, from a request to an outcome. Internal. */
@NullMarked
package io.github.camelwechat.material.internal.operation;

import org.jspecify.annotations.NullMarked;
