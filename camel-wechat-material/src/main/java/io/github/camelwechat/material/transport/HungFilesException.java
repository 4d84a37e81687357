package io.github.camelwechat.material.transport;

import java.io.IOException;

/** No file is read, as too many reads have not ended. */
final class HungFilesException extends IOException {

    private static final long serialVersionUID = 1L;

    HungFilesException(long hung) {
        super(hung + " files have not been read for " + FileReaders.HUNG_AFTER.toSeconds()
              + " s, the limit is " + FileReaders.MAX_HUNG + "; check the file systems that the files are on");
    }
}
