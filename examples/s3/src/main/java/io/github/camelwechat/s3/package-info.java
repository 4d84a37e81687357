/**
 * Objects of a bucket that go into the material library, and what became of each as an object beside it.
 */
@NullMarked
package io.github.camelwechat.s3;

import org.jspecify.annotations.NullMarked;
