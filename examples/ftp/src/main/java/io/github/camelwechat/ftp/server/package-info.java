/**
 * An FTP and an SFTP server, each of a folder: something to fetch from.
 */
@NullMarked
package io.github.camelwechat.ftp.server;

import org.jspecify.annotations.NullMarked;
