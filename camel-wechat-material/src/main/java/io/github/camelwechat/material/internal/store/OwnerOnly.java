package io.github.camelwechat.material.internal.store;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Permissions of files for the owner only, where the file system knows such a thing. */
final class OwnerOnly {

    private static final String FILE = "rw-------";
    private static final String FOLDER = "rwx------";

    private OwnerOnly() {
    }

    static FileAttribute<?>[] file(Path path) {
        return attributes(path, FILE);
    }

    static FileAttribute<?>[] folder(Path path) {
        return attributes(path, FOLDER);
    }

    private static FileAttribute<?>[] attributes(Path path, String permissions) {
        return isKnownTo(path)
                ? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)) }
                : new FileAttribute<?>[0];
    }

    /** Returns whether a path lies in a file system of POSIX. */
    static boolean isKnownTo(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    static boolean isIn(Set<PosixFilePermission> permissions) {
        return PosixFilePermissions.fromString(FOLDER).containsAll(permissions);
    }
}
