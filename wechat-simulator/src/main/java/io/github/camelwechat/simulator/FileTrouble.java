package io.github.camelwechat.simulator;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;

/** Reasons for which files and folders cannot be used, as sentences go on with them. */
final class FileTrouble {

    private FileTrouble() {
    }

    static String reason(IOException e) {
        if (!(e instanceof FileSystemException inFile)) {
            return e.getMessage() == null ? e.toString() : e.getMessage();
        }
        if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
            return inFile.getFile() + " is a file";
        }
        if (e instanceof AccessDeniedException) {
            return "there is no permission for " + inFile.getFile();
        }
        return inFile.getFile() + ": " + (inFile.getReason() == null ? "it cannot be read or written" : inFile.getReason());
    }
}
