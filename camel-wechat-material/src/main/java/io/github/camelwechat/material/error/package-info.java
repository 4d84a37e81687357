/**
 * The exceptions of the component: public API.
 */
package io.github.camelwechat.material.error;
