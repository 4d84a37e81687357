package io.github.camelwechat.simulator.library;

import java.io.IOException;
import java.nio.file.Path;

/** Two simulators want the same folder. Internal: not API. */
public final class FolderInUseException extends IOException {

    private static final long serialVersionUID = 1L;

    FolderInUseException(Path folder) {
        super("The folder " + folder + " is in use by another simulator: give another");
    }
}
