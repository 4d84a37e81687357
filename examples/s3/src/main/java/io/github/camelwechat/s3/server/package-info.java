/**
 * An S3 server that runs on this machine.
 */
@NullMarked
package io.github.camelwechat.s3.server;

import org.jspecify.annotations.NullMarked;
