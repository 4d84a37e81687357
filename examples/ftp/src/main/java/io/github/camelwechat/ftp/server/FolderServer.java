package io.github.camelwechat.ftp.server;

import java.io.IOException;
import java.nio.file.Path;

/** A running server of the files in a folder. */
public interface FolderServer extends AutoCloseable {

    /** Where each of them listens. */
    String HOST = "127.0.0.1";
    /** Who may log in. */
    String USER = "wechat";

    /** {@return the name of its protocol} */
    String name();

    /** {@return where it listens} */
    int port();

    /** {@return the folder that its user sees} */
    Path files();

    /** {@return host and port} */
    default String address() {
        return HOST + ":" + port();
    }

    /** Stops it; the files stay. */
    @Override
    void close() throws IOException;
}
