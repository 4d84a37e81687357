/**
 * Routes that bring pictures from an FTP or SFTP server into the material library, and a demonstration of them.
 */
@NullMarked
package io.github.camelwechat.ftp;

import org.jspecify.annotations.NullMarked;
