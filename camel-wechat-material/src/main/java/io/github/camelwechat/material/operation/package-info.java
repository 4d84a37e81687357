/**
 * What a message can ask for: one small class per operation, from a request to a result. The results are public API,
 * the rest is internal.
 */
package io.github.camelwechat.material.operation;
