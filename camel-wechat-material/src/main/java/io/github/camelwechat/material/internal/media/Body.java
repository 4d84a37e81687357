package io.github.camelwechat.material.internal.media;

import java.io.File;
import java.nio.file.Path;

import org.apache.camel.WrappedFile;
import org.jspecify.annotations.Nullable;

/**
 * The thing to read, out of its wrapping, with what the wrapping knows of it.
 *
 * @param object   as {@link MediaRequest#body()}, but never wrapped
 * @param name     a clean name; null if there is none
 * @param promised the number of bytes promised; -1 for none
 * @param binding  whether another number is an error
 */
record Body(@Nullable Object object, @Nullable String name, long promised, boolean binding) {

    static Body of(MediaRequest request) {
        Object object = request.body();
        long promised = request.promisedLength();
        boolean binding = request.promiseBinding();
        if (object instanceof WrappedFile<?> wrapped) {
            object = isFile(wrapped.getFile()) ? wrapped.getFile() : wrapped.getBody();
            // a remote listing without sizes says 0; an empty body is found by reading it
            if (wrapped.getFileLength() > 0 || (wrapped.getFileLength() == 0 && isFile(wrapped.getFile()))) {
                promised = wrapped.getFileLength();
                binding = true;
            }
        }
        String name = FileName.clean(request.fileName());
        if (name == null && object != null && isFile(object)) {
            name = FileName.clean(object.toString());
        }
        return new Body(object, name, promised, binding);
    }

    private static boolean isFile(@Nullable Object file) {
        return file instanceof File || file instanceof Path;
    }
}
